using System.Buffers.Text;
using System.Text;
using Connector.Simulator.Server;

namespace Connector.Simulator.Api;

/// <summary>Pages of a list; the bookmark names the last thing seen, so what is added in between does not shift a page.</summary>
internal static class Paging
{
    public static SimulatorResponse Page<T>(SimulatedCall call, IReadOnlyList<T> all, Func<T, string> id, Func<T, object> describe)
    {
        var size = Math.Min(call.Number("page_size", otherwise: 25, from: 1, to: 250), call.LongestPage);
        // A listing that moved is read by position, not from the last pin that was seen, so that pin comes again.
        var start = Start(call, all, id) - (call.Moves ? 1 : 0);
        var items = all.Skip(start).Take(size).ToList();
        return new SimulatorResponse(200, new
        {
            Items = items.Select(describe),
            Bookmark = start + items.Count < all.Count ? Seal(id(items[^1])) : null,
        });
    }

    /// <summary>Where the page that is asked for begins.</summary>
    public static int Start<T>(SimulatedCall call, IReadOnlyList<T> all, Func<T, string> id)
    {
        if (call.Query("bookmark") is not { } bookmark) return 0;
        var last = Open(bookmark);
        var start = 1 + all.Index().Where(entry => id(entry.Item) == last).Select(entry => entry.Index).DefaultIfEmpty(-2).First();
        return start > 0 ? start : throw Refusal.Invalid("the bookmark is not one of this list");
    }

    private static string Seal(string id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"after:{id}"));

    private static string? Open(string bookmark)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(bookmark)) is var text
                && text.StartsWith("after:", StringComparison.Ordinal)
                ? text["after:".Length..]
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

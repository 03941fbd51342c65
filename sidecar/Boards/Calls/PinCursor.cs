using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Boards.Calls;

/// <summary>Where a list of pins goes on: Pinterest's bookmark, and how many of its page were given out already.</summary>
/// <param name="List">Which list it is: a cursor of another one is refused.</param>
/// <param name="Bookmark">Pinterest's; null for the first page.</param>
/// <param name="Skip">So many of that page.</param>
internal sealed record PinCursor(string List, string? Bookmark, int Skip)
{
    private const int Longest = 4000;

    /// <exception cref="ProblemException">It is none, or one of another list.</exception>
    public static PinCursor Open(string list, string? cursor)
    {
        if (cursor is null) return new PinCursor(list, null, 0);
        if (Parts(cursor) is [var of, var skip, var bookmark] && of == Short(list) && int.TryParse(skip, out var count) && count >= 0)
            return new PinCursor(list, bookmark.Length == 0 ? null : bookmark, count);

        throw Problems.Invalid("cursor", "is not a next_cursor of this list; leave it out to begin anew.");
    }

    /// <exception cref="PinterestException">Pinterest's bookmark is longer than any should be, so it could not be given back.</exception>
    public string Seal()
    {
        var cursor = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Short(List)}\n{Skip}\n{Bookmark}"));
        return cursor.Length <= Longest ? cursor : throw new PinterestException(new PinterestFailure(
            FailureKind.Unreadable, null, null, "Pinterest's bookmark is longer than any should be.", null, null));
    }

    private static string[] Parts(string cursor)
    {
        if (cursor.Length > Longest || !Base64Url.IsValid(cursor)) return [];
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n', 3);
    }

    private static string Short(string list) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(list)))[..8];
}

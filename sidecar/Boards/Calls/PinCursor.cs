using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Connector.Http;

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

    public string Seal() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Short(List)}\n{Skip}\n{Bookmark}"));

    private static string[] Parts(string cursor)
    {
        if (cursor.Length > Longest || !Base64Url.IsValid(cursor)) return [];
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n', 3);
    }

    private static string Short(string list) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(list)))[..8];
}

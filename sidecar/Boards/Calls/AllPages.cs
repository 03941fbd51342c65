using Connector.Pinterest;

namespace Connector.Boards.Calls;

/// <summary>Reads Pinterest's lists: one page where the caller asks for one, else all.</summary>
internal static class AllPages
{
    public const string LimitText = "How many on a page; without it and without a cursor all are listed.";

    private const int Largest = 250;
    private const int Usual = 50;

    // 10,000 boards; Pinterest permits an account 2,000. For more the answer has a cursor.
    private const int Most = 40;

    public static async Task<Http.Page<T>> ReadAsync<T>(int? limit, string? cursor, Func<string?, int, Task<PinterestPage<T>>> read)
    {
        if (limit is not null || cursor is not null)
        {
            var one = await read(cursor, limit ?? Usual);
            return new Http.Page<T>(one.Items, Next(one));
        }

        var all = new List<T>();
        string? bookmark = null;
        for (var page = 0; page < Most; page++)
        {
            var next = await read(bookmark, Largest);
            all.AddRange(next.Items);
            bookmark = Next(next);
            if (bookmark is null) break;
        }

        return new Http.Page<T>(all, bookmark);
    }

    // Some of Pinterest's lists end with an empty page instead of without a bookmark.
    private static string? Next<T>(PinterestPage<T> page) =>
        page.Items.Count > 0 && page.Bookmark is { Length: > 0 } bookmark ? bookmark : null;
}

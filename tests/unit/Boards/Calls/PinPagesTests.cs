using Connector.Boards;
using Connector.Boards.Calls;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Tests.Boards.Calls;

/// <summary>A page of ours is read out of as many of Pinterest's as it takes, and nothing is lost or given twice between them.</summary>
public sealed class PinPagesTests
{
    private static readonly PinterestException Failed =
        new(new PinterestFailure(FailureKind.RateLimited, 429, 8, "Too many", null, null));

    private int _calls;

    /// <remarks>Pinterest's pages: ids, "-" for one it cannot describe, "!" for a page that fails.</remarks>
    [Theory]
    [InlineData("1 2 3", 3, "1 2 3", false, 1)]
    [InlineData("1 2 3|4 5", 3, "1 2 3", true, 1)]
    [InlineData("1|2|3|4", 3, "1 2 3", true, 3)]
    [InlineData("1 2 3 4 5", 2, "1 2", true, 1)]
    [InlineData("1 - 3", 3, "1 3", false, 1)]
    [InlineData("1 2|2 3|4", 3, "1 2 3", true, 3)]
    [InlineData("", 3, "", false, 1)]
    [InlineData("1 2|", 3, "1 2", false, 2)]
    [InlineData("1|2|3|4|5|6|7", 250, "1 2 3 4 5", true, 5)]
    [InlineData("1 2|!", 3, "1 2", true, 2)]
    [InlineData("- -|3", 2, "3", false, 2)]
    public async Task A_page_has_what_was_asked_for_and_a_cursor_while_there_is_more(
        string theirs, int limit, string given, bool goesOn, int calls)
    {
        var page = await ReadAsync(theirs, limit, null);

        Assert.Equal(given, Ids(page));
        Assert.Equal((goesOn, calls), (page.NextCursor is not null, _calls));
    }

    [Theory]
    [InlineData("1 2 3 4 5 6 7 8", 3)]
    [InlineData("1 2 3|4 5 6|7 8", 2)]
    [InlineData("1|2 3|4 5 6|7 8|", 3)]
    [InlineData("1|2|3|4|5|6|7|8", 250)]
    public async Task Page_after_page_has_each_pin_once(string theirs, int limit)
    {
        var (all, cursor) = (new List<string>(), (string?)null);
        for (var pages = 0; pages < 10; pages++)
        {
            var page = await ReadAsync(theirs, limit, cursor);
            all.AddRange(page.Items.Select(pin => pin.Id));
            cursor = page.NextCursor;
            if (cursor is null) break;
        }

        Assert.Null(cursor);
        Assert.Equal("1 2 3 4 5 6 7 8", string.Join(' ', all));
    }

    [Fact]
    public async Task The_cursor_behind_a_page_that_failed_leads_to_that_page()
    {
        var page = await ReadAsync("1 2|!", 3, null);

        Assert.Equal("3", Ids(await ReadAsync("1 2|3", 3, page.NextCursor)));
    }

    [Fact]
    public async Task A_first_page_that_fails_is_a_failure() =>
        Assert.Same(Failed, await Assert.ThrowsAsync<PinterestException>(() => ReadAsync("!", 3, null)));

    [Fact]
    public async Task A_bookmark_that_leads_to_itself_ends_the_list()
    {
        var page = await PinPages.ReadAsync("list", new PageCall { Limit = 10 }, (_, _) =>
        {
            _calls++;
            return Task.FromResult(new PinterestPage<PinterestPin> { Items = [new() { Id = $"{_calls}" }], Bookmark = "again" });
        });

        Assert.Equal(("1 2", null), (Ids(page), page.NextCursor));
    }

    [Theory]
    [InlineData("!!")]
    [InlineData("")]
    [InlineData("Ym9va21hcms")]
    [InlineData("QUJDREVGMDEKMApibQ")]
    [InlineData("\ud83c\udf37")]
    public async Task What_is_no_cursor_is_refused(string cursor)
    {
        var refused = await Assert.ThrowsAsync<ProblemException>(() => ReadAsync("1", 3, cursor));

        Assert.Equal("validation_failed", refused.Problem.Code);
        Assert.NotNull(refused.Problem.Errors!["cursor"]);
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        var page = await ReadAsync("1|2", 1, null);

        await Assert.ThrowsAsync<ProblemException>(() => ReadAsync("1|2", 1, page.NextCursor, "another"));
    }

    private Task<Page<LinkedPin>> ReadAsync(string theirs, int limit, string? cursor, string list = "list")
    {
        var pages = theirs.Split('|');
        return PinPages.ReadAsync(list, new PageCall { Limit = limit, Cursor = cursor }, (bookmark, _) =>
        {
            _calls++;
            var number = bookmark is null ? 0 : int.Parse(bookmark, System.Globalization.CultureInfo.InvariantCulture);
            return pages[number] == "!" ? throw Failed : Task.FromResult(new PinterestPage<PinterestPin>
            {
                Items = [.. pages[number].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Pin)],
                Bookmark = number + 1 < pages.Length ? $"{number + 1}" : null,
            });
        });
    }

    private static PinterestPin Pin(string id) => id == "-" ? null! : new PinterestPin { Id = id };

    private static string Ids(Page<LinkedPin> page) => string.Join(' ', page.Items.Select(pin => pin.Id));
}

using Connector.Boards.Calls;
using Connector.Pinterest;

namespace Connector.Tests.Boards.Calls;

public sealed class AllPagesTests
{
    private readonly List<(string? Bookmark, int Size)> _reads = [];

    [Fact]
    public async Task Without_a_limit_every_page_is_read()
    {
        var all = await AllPages.ReadAsync(null, null, Read(("a", "2"), ("b", "3"), ("c", null)));

        Assert.Equal(["a", "b", "c"], all.Items);
        Assert.Null(all.NextCursor);
        Assert.Equal([(null, 250), ("2", 250), ("3", 250)], _reads);
    }

    [Fact]
    public async Task With_a_limit_one_page_is_read()
    {
        var one = await AllPages.ReadAsync(10, "2", Read(("b", "3")));

        Assert.Equal(["b"], one.Items);
        Assert.Equal("3", one.NextCursor);
        Assert.Equal([("2", 10)], _reads);
    }

    [Theory]
    [InlineData(null, "x")] // an empty page ends a list, whatever its bookmark
    [InlineData("a", "")]
    public async Task A_list_ends(string? item, string bookmark)
    {
        var all = await AllPages.ReadAsync(null, null, Read((item, bookmark)));

        Assert.Null(all.NextCursor);
        Assert.Single(_reads);
    }

    [Fact]
    public async Task A_list_without_end_is_cut_and_says_so()
    {
        var all = await AllPages.ReadAsync(null, null, Read([.. Enumerable.Repeat<(string?, string?)>(("a", "more"), 50)]));

        Assert.Equal(40, all.Items.Count);
        Assert.Equal("more", all.NextCursor);
    }

    private Func<string?, int, Task<PinterestPage<string>>> Read(params (string? Item, string? Bookmark)[] pages) => (bookmark, size) =>
    {
        var (item, next) = pages[_reads.Count];
        _reads.Add((bookmark, size));
        return Task.FromResult(new PinterestPage<string> { Items = item is null ? [] : [item], Bookmark = next });
    };
}

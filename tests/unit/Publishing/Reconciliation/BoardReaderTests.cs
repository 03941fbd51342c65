using Connector.Pinterest;
using Connector.Publishing.Reconciliation;

namespace Connector.Tests.Publishing.Reconciliation;

public sealed class BoardReaderTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Pages as "id@second id@second | …"; reading one again gives the same unless said otherwise.</summary>
    private static async Task<(BoardReading Reading, int Reads)> ReadAsync(string board, double fromSecond, string? firstPageLater = null)
    {
        var pages = board.Split('|').Select(Page).ToList();
        var reads = 0;
        var reading = await BoardReader.ReadAsync(T0.AddSeconds(fromSecond), bookmark =>
        {
            var index = bookmark is null ? 0 : int.Parse(bookmark);
            var items = index == 0 && reads > 0 && firstPageLater is not null ? Page(firstPageLater) : pages[index];
            reads++;
            return Task.FromResult(
                new PinterestPage<PinterestPin> { Items = items, Bookmark = index + 1 < pages.Count ? $"{index + 1}" : null });
        });
        return (reading, reads);
    }

    private static List<PinterestPin> Page(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('@'))
            .Select(p => new PinterestPin { Id = p[0], CreatedAt = T0.AddSeconds(double.Parse(p[1])) }),
    ];

    [Fact]
    public async Task A_listing_that_is_newest_first_is_left_where_it_is_old_enough()
    {
        var (reading, _) = await ReadAsync("a@90 b@80|c@70 d@10|e@5", fromSecond: 50);

        Assert.Equal(2, reading.Pages);
        Assert.True(reading.IsWhole);
        Assert.False(reading.Moved);
    }

    [Theory]
    [InlineData("a@10 b@90|c@70 d@20|e@60")]
    [InlineData("a@10 b@20|c@30 d@40|e@90")]
    public async Task A_listing_in_any_other_order_is_read_to_its_end(string board)
    {
        var (reading, _) = await ReadAsync(board, fromSecond: 50);

        Assert.Equal(3, reading.Pages);
        Assert.Equal(5, reading.Pins.Count);
    }

    [Fact]
    public async Task An_item_that_came_in_while_it_was_read_is_noticed()
    {
        var (reading, _) = await ReadAsync("a@90 b@80|b@80 c@70", fromSecond: 0);

        Assert.True(reading.Moved);
    }

    [Fact]
    public async Task An_item_that_left_while_it_was_read_is_noticed()
    {
        var (reading, _) = await ReadAsync("a@90 b@80|d@60", fromSecond: 0, firstPageLater: "b@80 c@70");

        Assert.True(reading.Moved);
    }

    [Fact]
    public async Task A_board_of_one_page_cannot_change_between_pages() =>
        Assert.Equal(1, (await ReadAsync("a@90 b@80", fromSecond: 0)).Reads);

    [Fact]
    public async Task A_board_without_end_is_given_up_and_said_to_be_unread()
    {
        var (reading, _) = await ReadAsync(string.Join('|', Enumerable.Range(0, 60).Select(i => $"p{i}@{100 + i}")), fromSecond: 0);

        Assert.False(reading.IsWhole);
    }
}

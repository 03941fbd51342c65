using Connector.Accounts;
using Connector.Pinterest;

namespace Connector.Publishing.Reconciliation;

/// <summary>What was read of a board.</summary>
/// <param name="Pins">Every pin seen.</param>
/// <param name="Pages">How many pages.</param>
/// <param name="Moved">Items shifted while it was read, so one may have been missed.</param>
/// <param name="IsWhole">It was read as far back as asked.</param>
internal sealed record BoardReading(IReadOnlyList<PinterestPin> Pins, int Pages, bool Moved, bool IsWhole);

/// <summary>Reads a board's pins back to a time, whatever order Pinterest lists them in: the order is not documented.</summary>
internal sealed class BoardReader(AccountSessions sessions, PinterestClient pinterest)
{
    private const int PageSize = 250, MaxPages = 40;

    /// <summary>
    /// The board's own listing and, for a pin in a section, the section's: whether the first includes the second is not documented
    /// either.
    /// </summary>
    public async Task<BoardReading> ReadAsync(string accountId, PinSearch search, CancellationToken cancellation)
    {
        var board = await ReadAsync(search.Since, bookmark => sessions.CallAsync(
            accountId, (session, token) => pinterest.ListBoardPinsAsync(
                session with { AdAccountId = search.AdAccountId }, search.BoardId, bookmark, PageSize, token), cancellation));
        if (search.SectionId is not { } sectionId) return board;

        var section = await ReadAsync(search.Since, bookmark => sessions.CallAsync(
            accountId, (session, token) => pinterest.ListSectionPinsAsync(
                session with { AdAccountId = search.AdAccountId }, search.BoardId, sectionId, bookmark, PageSize, token), cancellation));
        return new BoardReading(
            [.. board.Pins, .. section.Pins], board.Pages + section.Pages, board.Moved || section.Moved, board.IsWhole && section.IsWhole);
    }

    internal static async Task<BoardReading> ReadAsync(DateTimeOffset since, Func<string?, Task<PinterestPage<PinterestPin>>> read)
    {
        var pins = new List<PinterestPin>();
        var first = await read(null);
        var (page, pages, newestFirst) = (first, 1, true);
        var last = DateTimeOffset.MaxValue;
        while (true)
        {
            pins.AddRange(page.Items);
            foreach (var at in page.Items.Select(p => p.CreatedAt))
            {
                newestFirst = newestFirst && at <= last;
                last = at ?? last;
            }

            if (page.Bookmark is null || page.Items.Count == 0) return new(pins, pages, await MovedAsync(), IsWhole: true);
            // Only a listing that has been newest first all along may be left before its end.
            if (newestFirst && last < since) return new(pins, pages, await MovedAsync(), IsWhole: true);
            if (pages == MaxPages) return new(pins, pages, Moved: false, IsWhole: false);

            page = await read(page.Bookmark);
            pages++;
        }

        // An item that came in at the front pushes another over a page's edge; one that left pulls another past it.
        async Task<bool> MovedAsync() => pages > 1
            && (pins.DistinctBy(p => p.Id).Count() < pins.Count
                || !(await read(null)).Items.Select(p => p.Id).SequenceEqual(first.Items.Select(p => p.Id)));
    }
}

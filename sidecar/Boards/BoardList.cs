using Connector.Boards.Calls;
using Connector.Http;

namespace Connector.Boards;

/// <summary>Lists an account's boards as Pinterest has them now; nothing is stored.</summary>
internal sealed class BoardList(BoardCalls boards)
{
    /// <summary>All of them, or one page where limit or cursor is given.</summary>
    public async Task<Page<LinkedBoard>> ReadAsync(Caller caller, ListBoardsCall call, CancellationToken cancellation)
    {
        var filter = call.Privacy?.ToUpperInvariant();
        if (filter is not null && !BoardFilter.All.Contains(filter))
            throw Problems.Invalid("privacy", $"must be one of {string.Join(", ", BoardFilter.All)}.");

        var page = await AllPages.ReadAsync(call.Limit, call.Cursor, (bookmark, size) => boards.ReadAsync(
            caller, call.AccountId,
            (pinterest, session, token) => pinterest.ListBoardsAsync(session, filter, bookmark, size, token), cancellation));
        return new Page<LinkedBoard>([.. page.Items.Select(LinkedBoard.From)], page.NextCursor);
    }
}

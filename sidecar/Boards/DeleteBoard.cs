using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Boards;

/// <summary>DELETE /v1/boards/{board_id}</summary>
internal sealed class DeleteBoard(BoardCalls boards) : Operation<BoardIdCall, NoContent>
{
    public override void Configure()
    {
        Delete("/{board_id}");
        Group<BoardRoutes>();
        Policies(Scope.Publish);
        Describe("Delete a board and every pin on it, on Pinterest, for good.");
    }

    public override async Task<NoContent> ExecuteAsync(BoardIdCall call, CancellationToken ct)
    {
        var id = BoardId.OfBoard(call.BoardId);
        await boards.DeleteAsync(
            Caller, call.AccountId, (pinterest, session, token) => pinterest.DeleteBoardAsync(session, id, token), ct,
            AccountCapabilities.DeleteBoards);
        return TypedResults.NoContent();
    }
}

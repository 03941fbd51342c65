using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;

namespace Connector.Boards;

/// <summary>GET /v1/boards/{board_id}</summary>
internal sealed class GetBoard(BoardCalls boards) : Operation<BoardIdCall, LinkedBoard>
{
    public override void Configure()
    {
        Get("/{board_id}");
        Group<BoardRoutes>();
        Policies(Scope.Read);
        Describe("Get a board.");
    }

    public override async Task<LinkedBoard> ExecuteAsync(BoardIdCall call, CancellationToken ct)
    {
        var id = BoardId.OfBoard(call.BoardId);
        return LinkedBoard.From(await boards.ReadAsync(
            Caller, call.AccountId, (pinterest, session, token) => pinterest.GetBoardAsync(session, id, token), ct));
    }
}

using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Boards;

/// <summary>GET /v1/boards/{board_id}/pins</summary>
internal sealed class ListBoardPins(BoardCalls boards, PinterestClient pinterest) : Operation<BoardPinsCall, Page<LinkedPin>>
{
    public override void Configure()
    {
        Get("/{board_id}/pins");
        Group<BoardRoutes>();
        Policies(Scope.Read);
        Describe("List the pins on a board as Pinterest has them, whoever put them there, in Pinterest's order.");
    }

    public override Task<Page<LinkedPin>> ExecuteAsync(BoardPinsCall call, CancellationToken ct)
    {
        var board = BoardId.OfBoard(call.BoardId);
        return boards.ReadPinsAsync(
            Caller, call, AccountCapabilities.ReadPins, $"board {board}",
            (session, bookmark, size, token) => pinterest.ListBoardPinsAsync(session, board, bookmark, size, token), ct);
    }
}

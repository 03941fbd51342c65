using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Boards;

/// <summary>Which section's pins to list.</summary>
public sealed record ListSectionPinsCall : BoardPinsCall
{
    [RouteParam]
    public string SectionId { get; init; } = "";
}

/// <summary>GET /v1/boards/{board_id}/sections/{section_id}/pins</summary>
internal sealed class ListSectionPins(BoardCalls boards, PinterestClient pinterest) : Operation<ListSectionPinsCall, Page<LinkedPin>>
{
    public override void Configure()
    {
        Get("/{board_id}/sections/{section_id}/pins");
        Group<BoardRoutes>();
        Policies(Scope.Read);
        Describe("List the pins in a section of a board as Pinterest has them, in Pinterest's order.");
    }

    public override Task<Page<LinkedPin>> ExecuteAsync(ListSectionPinsCall call, CancellationToken ct)
    {
        var (board, section) = (BoardId.OfBoard(call.BoardId), BoardId.OfSection(call.SectionId));
        return boards.ReadPinsAsync(
            Caller, call, AccountCapabilities.ReadPins, $"section {board} {section}",
            (session, bookmark, size, token) => pinterest.ListSectionPinsAsync(session, board, section, bookmark, size, token), ct);
    }
}

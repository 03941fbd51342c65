using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Boards;

/// <summary>Which section changes, and its new name.</summary>
public sealed record UpdateSectionCall : SectionIdCall
{
    [FromBody, RequiredBody]
    public SectionRequest Body { get; init; } = null!;
}

/// <summary>PATCH /v1/boards/{board_id}/sections/{section_id}</summary>
internal sealed class UpdateSection(BoardCalls boards) : Operation<UpdateSectionCall, BoardSection>
{
    public override void Configure()
    {
        Patch("/{board_id}/sections/{section_id}");
        Group<BoardRoutes>();
        Policies(Scope.Publish);
        Describe("Rename a section.");
    }

    public override Task<BoardSection> ExecuteAsync(UpdateSectionCall call, CancellationToken ct)
    {
        var (board, section) = (BoardId.OfBoard(call.BoardId), BoardId.OfSection(call.SectionId));
        return boards.ChangeAsync(
            Caller, call.AccountId,
            (pinterest, session, token) => pinterest.UpdateSectionAsync(session, board, section, call.Body.Name, token), ct,
            AccountCapabilities.ChangeSections);
    }
}

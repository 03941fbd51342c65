using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Boards;

/// <summary>DELETE /v1/boards/{board_id}/sections/{section_id}</summary>
internal sealed class DeleteSection(BoardCalls boards) : Operation<SectionIdCall, NoContent>
{
    public override void Configure()
    {
        Delete("/{board_id}/sections/{section_id}");
        Group<BoardRoutes>();
        Policies(Scope.Publish);
        Describe("Delete a section; its pins stay on the board.");
    }

    public override async Task<NoContent> ExecuteAsync(SectionIdCall call, CancellationToken ct)
    {
        var (board, section) = (BoardId.OfBoard(call.BoardId), BoardId.OfSection(call.SectionId));
        await boards.DeleteAsync(
            Caller, call.AccountId, (pinterest, session, token) => pinterest.DeleteSectionAsync(session, board, section, token), ct,
            AccountCapabilities.ChangeSections);
        return TypedResults.NoContent();
    }
}

using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Boards;

/// <summary>The section to make, and on which board.</summary>
public sealed record CreateSectionCall : BoardIdCall
{
    [FromBody, RequiredBody]
    public SectionRequest Body { get; init; } = null!;
}

/// <summary>POST /v1/boards/{board_id}/sections</summary>
internal sealed class CreateSection(BoardCalls boards) : Operation<CreateSectionCall, Created<BoardSection>>
{
    public override void Configure()
    {
        Post("/{board_id}/sections");
        Group<BoardRoutes>();
        Policies(Scope.Publish);
        Describe("Make a section on a board.");
    }

    public override async Task<Created<BoardSection>> ExecuteAsync(CreateSectionCall call, CancellationToken ct)
    {
        var id = BoardId.OfBoard(call.BoardId);
        var section = await boards.ChangeAsync(
            Caller, call.AccountId, (pinterest, session, token) => pinterest.CreateSectionAsync(session, id, call.Body.Name, token), ct,
            AccountCapabilities.ChangeSections);
        return TypedResults.Created($"/v1/boards/{id}/sections", section);
    }
}

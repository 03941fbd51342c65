using System.ComponentModel.DataAnnotations;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;
using ValidationContext = System.ComponentModel.DataAnnotations.ValidationContext;

namespace Connector.Boards;

/// <summary>What changes about a board; what is left out stays.</summary>
public sealed record UpdateBoardRequest : IValidatableObject
{
    /// <summary>The board's new name.</summary>
    [Text(180, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>What the board is about; "" takes it away.</summary>
    [Text(500), KeepsEmpty]
    public string? Description { get; init; }

    /// <summary>PUBLIC or SECRET; Pinterest changes no board to PROTECTED.</summary>
    [AllowedValues(null, "PUBLIC", "SECRET", ErrorMessage = "must be PUBLIC or SECRET.")]
    public string? Privacy { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Name is null && Description is null && Privacy is null)
            yield return new ValidationResult("must name at least one of name, description and privacy.", ["body"]);
    }
}

/// <summary>Which board changes, and how.</summary>
public sealed record UpdateBoardCall : BoardIdCall
{
    [FromBody, RequiredBody]
    public UpdateBoardRequest Body { get; init; } = null!;
}

/// <summary>PATCH /v1/boards/{board_id}</summary>
internal sealed class UpdateBoard(BoardCalls boards) : Operation<UpdateBoardCall, LinkedBoard>
{
    public override void Configure()
    {
        Patch("/{board_id}");
        Group<BoardRoutes>();
        Policies(Scope.Publish);
        Describe("Change a board's name, description or privacy.");
    }

    public override async Task<LinkedBoard> ExecuteAsync(UpdateBoardCall call, CancellationToken ct)
    {
        var id = BoardId.OfBoard(call.BoardId);
        var changes = new BoardUpdate(call.Body.Name, call.Body.Description, call.Body.Privacy);
        return LinkedBoard.From(await boards.ChangeAsync(
            Caller, call.AccountId, (pinterest, session, token) => pinterest.UpdateBoardAsync(session, id, changes, token), ct));
    }
}

using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Http;
using Connector.Pinterest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Boards;

/// <summary>What changes about a board; what is left out stays.</summary>
public sealed record UpdateBoardRequest : IValidatableObject
{
    /// <summary>The board's new name.</summary>
    [Text(180, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>What the board is about.</summary>
    [Text(500)]
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

/// <summary>PATCH /v1/boards/{board_id}</summary>
public sealed class UpdateBoard : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPatch("/{board_id}", Handle).WithName(nameof(UpdateBoard)).RequireScope(Scope.Publish);

    /// <summary>Change a board's name, description or privacy.</summary>
    internal static async Task<LinkedBoard> Handle(
        [FromRoute(Name = "board_id")] string boardId, UpdateBoardRequest request, [FromQuery(Name = "account_id"), AccountDescription] string? accountId,
        Caller caller, BoardCalls boards, CancellationToken cancellation)
    {
        var id = BoardId.OfBoard(boardId);
        var changes = new BoardUpdate(request.Name, request.Description, request.Privacy);
        return LinkedBoard.From(await boards.ChangeAsync(
            caller, accountId, (pinterest, session, token) => pinterest.UpdateBoardAsync(session, id, changes, token), cancellation));
    }
}

/// <summary>DELETE /v1/boards/{board_id}</summary>
public sealed class DeleteBoard : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/{board_id}", Handle).WithName(nameof(DeleteBoard)).RequireScope(Scope.Publish);

    /// <summary>Delete a board and every pin on it, on Pinterest, for good.</summary>
    internal static async Task<NoContent> Handle(
        [FromRoute(Name = "board_id")] string boardId, [FromQuery(Name = "account_id"), AccountDescription] string? accountId, Caller caller, BoardCalls boards, CancellationToken cancellation)
    {
        var id = BoardId.OfBoard(boardId);
        await boards.DeleteAsync(caller, accountId, (pinterest, session, token) => pinterest.DeleteBoardAsync(session, id, token), cancellation);
        return TypedResults.NoContent();
    }
}

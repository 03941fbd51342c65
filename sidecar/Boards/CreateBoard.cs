using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Http;
using Connector.Pinterest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Boards;

/// <summary>A board to make.</summary>
public sealed record CreateBoardRequest
{
    /// <summary>The board's name; Pinterest takes each name once per account.</summary>
    [Required, Text(180, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>What the board is about.</summary>
    [Text(500)]
    public string? Description { get; init; }

    /// <summary>PUBLIC (the default), PROTECTED or SECRET.</summary>
    [AllowedValues(null, "PUBLIC", "PROTECTED", "SECRET", ErrorMessage = "must be PUBLIC, PROTECTED or SECRET.")]
    public string? Privacy { get; init; }
}

/// <summary>POST /v1/boards</summary>
public sealed class CreateBoard : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/", Handle).WithName(nameof(CreateBoard)).RequireScope(Scope.Publish).ProducesProblem(409);

    /// <summary>Make a board.</summary>
    internal static async Task<Created<LinkedBoard>> Handle(
        CreateBoardRequest request, [FromQuery(Name = "account_id"), AccountDescription] string? accountId, Caller caller,
        AccountChoice accounts, BoardCalls boards, BoardDirectory directory, CancellationToken cancellation)
    {
        var account = accounts.Of(caller, accountId).Id;
        try
        {
            var board = LinkedBoard.From(await boards.ChangeAsync(
                caller, account, (pinterest, session, token) => pinterest.CreateBoardAsync(session, new BoardCreate(request.Name, request.Description, request.Privacy), token), cancellation));
            return TypedResults.Created($"/v1/boards/{board.Id}?account_id={account}", board);
        }
        catch (PinterestException refused) when (refused.Failure.Kind is FailureKind.Invalid or FailureKind.Conflict)
        {
            // Pinterest's "invalid or duplicated" leaves open which of the two; the listing tells.
            if (await directory.NamedAsync(account, request.Name, cancellation) is [var taken, ..]) throw BoardProblems.NameTaken(taken);
            throw;
        }
    }
}

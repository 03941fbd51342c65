using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;

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

/// <summary>The board to make, and for which account.</summary>
public sealed record CreateBoardCall
{
    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }

    [FromBody, RequiredBody]
    public CreateBoardRequest Body { get; init; } = null!;
}

/// <summary>POST /v1/boards</summary>
internal sealed class CreateBoard(AccountChoice accounts, BoardCalls boards, BoardDirectory directory)
    : Operation<CreateBoardCall, Created<LinkedBoard>>
{
    public override void Configure()
    {
        Post("/");
        Group<BoardRoutes>();
        Policies(Scope.Publish);
        Describe("Make a board.", 409);
    }

    public override async Task<Created<LinkedBoard>> ExecuteAsync(CreateBoardCall call, CancellationToken ct)
    {
        var account = accounts.Of(Caller, call.AccountId).Id;
        var wanted = new BoardCreate(call.Body.Name, call.Body.Description, call.Body.Privacy);
        try
        {
            var board = LinkedBoard.From(await boards.ChangeAsync(
                Caller, account, (pinterest, session, token) => pinterest.CreateBoardAsync(session, wanted, token), ct));
            return TypedResults.Created($"/v1/boards/{board.Id}?account_id={account}", board);
        }
        catch (PinterestException refused) when (refused.Failure.Kind is FailureKind.Invalid or FailureKind.Conflict)
        {
            // Pinterest answers "invalid or duplicated"; the list of boards says which of the two.
            if (await directory.NamedAsync(account, wanted.Name, ct) is [var taken, ..]) throw BoardProblems.NameTaken(taken);
            throw;
        }
    }
}

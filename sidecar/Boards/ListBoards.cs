using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Http;
using FastEndpoints;

namespace Connector.Boards;

/// <summary>Which boards to list.</summary>
public sealed record ListBoardsCall
{
    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }

    [QueryParam, Description("ALL, PUBLIC, PROTECTED, SECRET or PUBLIC_AND_SECRET.")]
    [OneOf(typeof(BoardFilter))]
    public string? Privacy { get; init; }

    [QueryParam, Range(1, 250), Description(AllPages.LimitText)]
    public int? Limit { get; init; }

    [QueryParam, Text(2000)]
    public string? Cursor { get; init; }
}

/// <summary>GET /v1/boards</summary>
internal sealed class ListBoards(BoardList boards) : Operation<ListBoardsCall, Page<LinkedBoard>>
{
    public override void Configure()
    {
        Get("/");
        Group<BoardRoutes>();
        Policies(Scope.Read);
        Describe(
            "List the account's boards and the group boards it takes part in: all of them, or one page at a time with limit and cursor.");
    }

    public override Task<Page<LinkedBoard>> ExecuteAsync(ListBoardsCall call, CancellationToken ct) => boards.ReadAsync(Caller, call, ct);
}

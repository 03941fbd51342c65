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
internal sealed class ListBoards(BoardCalls boards) : Operation<ListBoardsCall, Page<LinkedBoard>>
{
    public override void Configure()
    {
        Get("/");
        Group<BoardRoutes>();
        Policies(Scope.Read);
        Describe(
            "List the account's boards and the group boards it takes part in: all of them, or one page at a time with limit and cursor.");
    }

    public override async Task<Page<LinkedBoard>> ExecuteAsync(ListBoardsCall call, CancellationToken ct)
    {
        var filter = call.Privacy?.ToUpperInvariant();
        if (filter is not null && !BoardFilter.All.Contains(filter))
            throw Problems.Invalid("privacy", $"must be one of {string.Join(", ", BoardFilter.All)}.");

        var page = await AllPages.ReadAsync(call.Limit, call.Cursor, (bookmark, size) => boards.ReadAsync(
            Caller, call.AccountId, (pinterest, session, token) => pinterest.ListBoardsAsync(session, filter, bookmark, size, token), ct));
        return new Page<LinkedBoard>([.. page.Items.Select(LinkedBoard.From)], page.NextCursor);
    }
}

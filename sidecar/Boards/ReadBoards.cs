using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Http;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Boards;

/// <summary>GET /v1/boards</summary>
public sealed class ListBoards : IEndpoint
{
    private static readonly string[] Filters = ["ALL", "PUBLIC", "PROTECTED", "SECRET", "PUBLIC_AND_SECRET"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Handle).WithName(nameof(ListBoards)).RequireScope(Scope.Read);

    /// <summary>List the account's boards and the group boards it takes part in: all of them, or one page at a time with limit and cursor.</summary>
    internal static async Task<Page<LinkedBoard>> Handle(
        [FromQuery(Name = "account_id"), AccountDescription] string? accountId, [Description("ALL, PUBLIC, PROTECTED, SECRET or PUBLIC_AND_SECRET.")] string? privacy, Caller caller, BoardCalls boards, CancellationToken cancellation,
        [Range(1, 250), Description(AllPages.LimitText)] int? limit = null, [Text(2000), Description(AllPages.CursorText)] string? cursor = null)
    {
        var filter = privacy?.ToUpperInvariant();
        if (filter is not null && !Filters.Contains(filter)) throw Problems.Invalid("privacy", $"must be one of {string.Join(", ", Filters)}.");

        var page = await AllPages.ReadAsync(limit, cursor, (bookmark, size) => boards.ReadAsync(
            caller, accountId, (pinterest, session, token) => pinterest.ListBoardsAsync(session, filter, bookmark, size, token), cancellation));
        return new Page<LinkedBoard>([.. page.Items.Select(LinkedBoard.From)], page.NextCursor);
    }
}

/// <summary>GET /v1/boards/{board_id}</summary>
public sealed class GetBoard : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/{board_id}", Handle).WithName(nameof(GetBoard)).RequireScope(Scope.Read);

    /// <summary>Get a board.</summary>
    internal static async Task<LinkedBoard> Handle(
        [FromRoute(Name = "board_id")] string boardId, [FromQuery(Name = "account_id"), AccountDescription] string? accountId, Caller caller, BoardCalls boards, CancellationToken cancellation)
    {
        var id = BoardId.OfBoard(boardId);
        return LinkedBoard.From(await boards.ReadAsync(caller, accountId, (pinterest, session, token) => pinterest.GetBoardAsync(session, id, token), cancellation));
    }
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Boards.Calls;
using Connector.Http;
using Connector.Pinterest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Boards;

/// <summary>The name of a section.</summary>
public sealed record SectionRequest
{
    /// <summary>The section's name.</summary>
    [Required, Text(180, MinimumLength = 1)]
    public string Name { get; init; } = "";
}

/// <summary>GET /v1/boards/{board_id}/sections</summary>
public sealed class ListSections : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/{board_id}/sections", Handle).WithName(nameof(ListSections)).RequireScope(Scope.Read);

    /// <summary>List a board's sections: all of them, or one page at a time with limit and cursor.</summary>
    internal static Task<Http.Page<BoardSection>> Handle(
        [FromRoute(Name = "board_id")] string boardId, [FromQuery(Name = "account_id"), AccountDescription] string? accountId, Caller caller, BoardCalls boards, CancellationToken cancellation,
        [Range(1, 250), Description(AllPages.LimitText)] int? limit = null, [Text(2000), Description(AllPages.CursorText)] string? cursor = null)
    {
        var id = BoardId.OfBoard(boardId);
        return AllPages.ReadAsync(limit, cursor, (bookmark, size) => boards.ReadAsync(
            caller, accountId, (pinterest, session, token) => pinterest.ListSectionsAsync(session, id, bookmark, size, token), cancellation));
    }
}

/// <summary>POST /v1/boards/{board_id}/sections</summary>
public sealed class CreateSection : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{board_id}/sections", Handle).WithName(nameof(CreateSection)).RequireScope(Scope.Publish);

    /// <summary>Make a section on a board.</summary>
    internal static async Task<Created<BoardSection>> Handle(
        [FromRoute(Name = "board_id")] string boardId, SectionRequest request, [FromQuery(Name = "account_id"), AccountDescription] string? accountId,
        Caller caller, BoardCalls boards, CancellationToken cancellation)
    {
        var id = BoardId.OfBoard(boardId);
        var section = await boards.ChangeAsync(
            caller, accountId, (pinterest, session, token) => pinterest.CreateSectionAsync(session, id, request.Name, token), cancellation);
        return TypedResults.Created($"/v1/boards/{id}/sections", section);
    }
}

/// <summary>PATCH /v1/boards/{board_id}/sections/{section_id}</summary>
public sealed class UpdateSection : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPatch("/{board_id}/sections/{section_id}", Handle).WithName(nameof(UpdateSection)).RequireScope(Scope.Publish);

    /// <summary>Rename a section.</summary>
    internal static Task<BoardSection> Handle(
        [FromRoute(Name = "board_id")] string boardId, [FromRoute(Name = "section_id")] string sectionId, SectionRequest request,
        [FromQuery(Name = "account_id"), AccountDescription] string? accountId, Caller caller, BoardCalls boards, CancellationToken cancellation)
    {
        var (board, section) = (BoardId.OfBoard(boardId), BoardId.OfSection(sectionId));
        return boards.ChangeAsync(
            caller, accountId, (pinterest, session, token) => pinterest.UpdateSectionAsync(session, board, section, request.Name, token), cancellation);
    }
}

/// <summary>DELETE /v1/boards/{board_id}/sections/{section_id}</summary>
public sealed class DeleteSection : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/{board_id}/sections/{section_id}", Handle).WithName(nameof(DeleteSection)).RequireScope(Scope.Publish);

    /// <summary>Delete a section; its pins stay on the board.</summary>
    internal static async Task<NoContent> Handle(
        [FromRoute(Name = "board_id")] string boardId, [FromRoute(Name = "section_id")] string sectionId,
        [FromQuery(Name = "account_id"), AccountDescription] string? accountId, Caller caller, BoardCalls boards, CancellationToken cancellation)
    {
        var (board, section) = (BoardId.OfBoard(boardId), BoardId.OfSection(sectionId));
        await boards.DeleteAsync(caller, accountId, (pinterest, session, token) => pinterest.DeleteSectionAsync(session, board, section, token), cancellation);
        return TypedResults.NoContent();
    }
}

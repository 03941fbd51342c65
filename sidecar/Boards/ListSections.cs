using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Boards.Calls;
using Connector.Boards.Requests;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Boards;

/// <summary>Which sections to list.</summary>
public sealed record ListSectionsCall : BoardIdCall
{
    [QueryParam, Range(1, 250), Description(AllPages.LimitText)]
    public int? Limit { get; init; }

    [QueryParam, Text(2000)]
    public string? Cursor { get; init; }
}

/// <summary>GET /v1/boards/{board_id}/sections</summary>
internal sealed class ListSections(BoardCalls boards) : Operation<ListSectionsCall, Page<BoardSection>>
{
    public override void Configure()
    {
        Get("/{board_id}/sections");
        Group<BoardRoutes>();
        Policies(Scope.Read);
        Describe("List a board's sections: all of them, or one page at a time with limit and cursor.");
    }

    public override Task<Page<BoardSection>> ExecuteAsync(ListSectionsCall call, CancellationToken ct)
    {
        var id = BoardId.OfBoard(call.BoardId);
        return AllPages.ReadAsync(call.Limit, call.Cursor, (bookmark, size) => boards.ReadAsync(
            Caller, call.AccountId, (pinterest, session, token) => pinterest.ListSectionsAsync(session, id, bookmark, size, token), ct));
    }
}

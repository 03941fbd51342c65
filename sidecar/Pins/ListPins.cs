using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pins.View;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Pins;

/// <summary>GET /v1/pins</summary>
public sealed class ListPins : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Handle).WithName(nameof(ListPins)).RequireScope(Scope.Read);

    /// <summary>List pins, newest first; metadata.KEY=VALUE filters by your own metadata.</summary>
    internal static Page<Pin> Handle(
        Caller caller, PinStore pins, PinView view, HttpRequest http,
        [FromQuery(Name = "account_id")] string? accountId = null, string? status = null,
        [FromQuery(Name = "board_id")] string? boardId = null, [FromQuery(Name = "created_after")] string? createdAfter = null,
        [Range(1, 250)] int limit = 50, string? cursor = null)
    {
        if (cursor?.StartsWith("pin_", StringComparison.Ordinal) == false) throw Problems.Invalid("cursor", "is not a next_cursor of this list.");

        var filter = PinFilter.From(caller, http.Query, accountId, status, boardId, createdAfter);
        return Page<Pin>.Of(pins.List(filter, limit, cursor), limit, row => row.Id, view.ShowMany());
    }
}

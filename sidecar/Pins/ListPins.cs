using Connector.Http;
using Connector.Pins.View;
using FastEndpoints;

namespace Connector.Pins;

/// <summary>
/// Which pins, and which page of them; filters by metadata have names of their own (metadata.KEY) and are read from the query.
/// </summary>
[QueryPrefix("metadata.")]
public sealed record ListPinsCall : PageCall
{
    [QueryParam]
    public string? AccountId { get; init; }

    [QueryParam]
    [OneOf(typeof(PinStatus))]
    public string? Status { get; init; }

    [QueryParam]
    public string? BoardId { get; init; }

    [QueryParam]
    public string? CreatedAfter { get; init; }
}

/// <summary>GET /v1/pins</summary>
internal sealed class ListPins(PinStore pins, PinView view) : Operation<ListPinsCall, Page<Pin>>
{
    public override void Configure()
    {
        Get("/");
        Group<PinRoutes>();
        Policies(Scope.Read);
        Describe("List pins, newest first; metadata.KEY=VALUE filters by your own metadata.");
    }

    public override Task<Page<Pin>> ExecuteAsync(ListPinsCall call, CancellationToken ct)
    {
        if (call.Cursor?.StartsWith("pin_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");

        var rows = pins.List(PinFilter.Of(Caller, HttpContext.Request.Query, call), call.Limit, call.Cursor);
        return Task.FromResult(Page<Pin>.Of(rows, call.Limit, row => row.Id, view.ShowMany()));
    }
}

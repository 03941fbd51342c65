using Connector.Http;
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
internal sealed class ListPins(PinList pins) : Operation<ListPinsCall, Page<Pin>>
{
    public override void Configure()
    {
        Get("/");
        Group<PinRoutes>();
        Policies(Scope.Read);
        Describe("List pins, newest first; metadata.KEY=VALUE filters by your own metadata.");
    }

    public override Task<Page<Pin>> ExecuteAsync(ListPinsCall call, CancellationToken ct) =>
        Task.FromResult(pins.Read(Caller, call, HttpContext.Request.Query));
}

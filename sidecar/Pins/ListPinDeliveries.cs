using Connector.Http;
using Connector.Webhooks;
using FastEndpoints;

namespace Connector.Pins;

/// <summary>Which pin, and which page of its deliveries.</summary>
public sealed record ListPinDeliveriesCall : PageCall
{
    [RouteParam]
    public string Id { get; init; } = "";
}

/// <summary>GET /v1/pins/{id}/deliveries</summary>
internal sealed class ListPinDeliveries(PinLife life) : Operation<ListPinDeliveriesCall, Page<Delivery>>
{
    public override void Configure()
    {
        Get("/{id}/deliveries");
        Group<PinRoutes>();
        Policies(Scope.Read);
        Describe("List who was told about a pin, its callback and webhooks, and what they answered, newest first.", 404);
    }

    public override Task<Page<Delivery>> ExecuteAsync(ListPinDeliveriesCall call, CancellationToken ct) =>
        Task.FromResult(life.Deliveries(Caller, call.Id, call.Limit, call.Cursor));
}

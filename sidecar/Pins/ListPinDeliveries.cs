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
internal sealed class ListPinDeliveries(PinStore pins, DeliveryStore deliveries) : Operation<ListPinDeliveriesCall, Page<Delivery>>
{
    public override void Configure()
    {
        Get("/{id}/deliveries");
        Group<PinRoutes>();
        Policies(Scope.Read);
        Describe("List who was told how a pin ended, its callback and webhooks, and what they answered, newest first.", 404);
    }

    public override Task<Page<Delivery>> ExecuteAsync(ListPinDeliveriesCall call, CancellationToken ct)
    {
        pins.Get(Caller, call.Id);
        if (call.Cursor?.StartsWith("dlv_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");

        var rows = deliveries.OfPin(Caller, call.Id, call.Limit + 1, call.Cursor);
        return Task.FromResult(Page<Delivery>.Of(rows, call.Limit, each => each.Id, each => each));
    }
}

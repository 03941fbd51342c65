using Connector.Http;
using FastEndpoints;

namespace Connector.Webhooks;

/// <summary>Which deliveries of which webhook to list.</summary>
public sealed record ListDeliveriesCall : PageCall
{
    [RouteParam]
    public string Id { get; init; } = "";

    [QueryParam]
    [OneOf("DeliveryStatus", DeliveryRow.Pending, DeliveryRow.Delivered, DeliveryRow.Failed)]
    public string? Status { get; init; }
}

/// <summary>GET /v1/webhooks/{id}/deliveries</summary>
internal sealed class ListDeliveries(WebhookActions actions) : Operation<ListDeliveriesCall, Page<Delivery>>
{
    public override void Configure()
    {
        Get("/{id}/deliveries");
        Group<WebhookRoutes>();
        Policies(Scope.Read);
        Describe("List what was posted to a webhook and how it answered, newest first; status is pending, delivered or failed.", 404);
    }

    public override Task<Page<Delivery>> ExecuteAsync(ListDeliveriesCall call, CancellationToken ct) =>
        Task.FromResult(actions.Deliveries(Caller, call.Id, call.Status, call.Limit, call.Cursor));
}

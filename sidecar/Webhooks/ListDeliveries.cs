using Connector.Http;
using Connector.Webhooks.Registration;
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
internal sealed class ListDeliveries(WebhookStore webhooks, DeliveryStore deliveries) : Operation<ListDeliveriesCall, Page<Delivery>>
{
    public override void Configure()
    {
        Get("/{id}/deliveries");
        Group<WebhookRoutes>();
        Policies(Scope.Read);
        Describe("List what was posted to a webhook and how it answered, newest first; status is pending, delivered or failed.", 404);
    }

    public override Task<Page<Delivery>> ExecuteAsync(ListDeliveriesCall call, CancellationToken ct)
    {
        var webhook = webhooks.Get(Caller, call.Id);
        if (call.Status is not (null or DeliveryRow.Pending or DeliveryRow.Delivered or DeliveryRow.Failed))
            throw Problems.Invalid("status", "must be pending, delivered or failed.");
        if (call.Cursor?.StartsWith("dlv_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");

        var rows = deliveries.OfWebhook(Caller, webhook, call.Status, call.Limit + 1, call.Cursor);
        return Task.FromResult(Page<Delivery>.Of(rows, call.Limit, each => each.Id, each => each));
    }
}

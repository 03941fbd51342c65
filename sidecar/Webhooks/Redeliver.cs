using Connector.Http;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Webhooks;

/// <summary>A delivery of a webhook.</summary>
public sealed record RedeliverCall
{
    [RouteParam]
    public string Id { get; init; } = "";

    [RouteParam]
    public string DeliveryId { get; init; } = "";
}

/// <summary>POST /v1/webhooks/{id}/deliveries/{delivery_id}/redeliver</summary>
internal sealed class Redeliver(WebhookActions actions) : Operation<RedeliverCall, Accepted<Delivery>>
{
    public override void Configure()
    {
        Post("/{id}/deliveries/{delivery_id}/redeliver");
        Group<WebhookRoutes>();
        Policies(Scope.Publish);
        Describe("Post an event again, at once and with all its tries; its id is the same.", 404, 409);
    }

    public override async Task<Accepted<Delivery>> ExecuteAsync(RedeliverCall call, CancellationToken ct) =>
        TypedResults.Accepted((string?)null, await actions.RedeliverAsync(Caller, call.Id, call.DeliveryId));
}

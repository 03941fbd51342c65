using Connector.Http;
using Connector.Storage;
using Connector.Webhooks.Deliveries;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>POST /v1/webhooks/{id}/test</summary>
public sealed class TestWebhook : IEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{id}/test", Handle).WithName(nameof(TestWebhook))
        .RequireScope(Scope.Publish).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Send a webhook.test event and tell what came of the first try; a failed one is tried again like any other.</summary>
    internal static async Task<Delivery> Handle(string id, Caller caller, WebhookStore webhooks, DeliveryStore deliveries, DeliveryWorker deliverer, Database database, TimeProvider clock, CancellationToken cancellation)
    {
        var webhook = webhooks.Get(caller, id);
        if (webhook.Status == WebhookRow.Disabled) throw WebhookProblems.Disabled(id);

        var now = clock.GetUtcNow();
        var deliveryId = await database.WriteAsync(sql =>
        {
            var happened = Outbox.Write(sql, new NewEvent(webhook.WorkspaceId, null, null, EventTypes.WebhookTest, new { webhook = WebhookNotice.Of(webhook) }), now);
            return Outbox.Deliver(sql, happened, webhook.Id, null);
        });
        var attempted = deliverer.Attempted(deliveryId);
        if (deliveries.Find(deliveryId) is not { Attempts.Count: > 0 })
            await attempted.WaitAsync(Patience, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return deliveries.Find(deliveryId) ?? throw Problems.NotFound("webhook", id);
    }
}

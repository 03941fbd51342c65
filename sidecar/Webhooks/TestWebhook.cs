using Connector.Http;
using Connector.Storage;
using Connector.Webhooks.Deliveries;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>POST /v1/webhooks/{id}/test</summary>
internal sealed class TestWebhook(
    WebhookStore webhooks, DeliveryStore deliveries, DeliveryWorker worker, Database database, TimeProvider clock)
    : Operation<IdCall, Delivery>
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public override void Configure()
    {
        Post("/{id}/test");
        Group<WebhookRoutes>();
        Policies(Scope.Publish);
        Describe("Send a webhook.test event and tell what came of the first try; a failed one is tried again like any other.", 404, 409);
    }

    public override async Task<Delivery> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var webhook = webhooks.Get(Caller, call.Id);
        if (webhook.Status == WebhookRow.Disabled) throw WebhookProblems.Disabled(call.Id);

        var deliveryId = await WriteAsync(webhook);
        var attempted = worker.NextAttemptAsync(deliveryId);
        if (deliveries.Find(deliveryId) is not { Attempts.Count: > 0 })
            await attempted.WaitAsync(LongestWait, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return deliveries.Find(deliveryId) ?? throw Problems.NotFound("webhook", call.Id);
    }

    private Task<string> WriteAsync(WebhookRow webhook)
    {
        var now = clock.GetUtcNow();
        var test = new NewEvent(webhook.WorkspaceId, null, null, EventTypes.WebhookTest, new { webhook = WebhookNotice.Of(webhook) });
        return database.WriteAsync(sql => Outbox.Deliver(sql, Outbox.Write(sql, test, now), webhook.Id, null));
    }
}

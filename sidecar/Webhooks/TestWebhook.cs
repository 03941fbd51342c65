using Connector.Http;

namespace Connector.Webhooks;

/// <summary>POST /v1/webhooks/{id}/test</summary>
internal sealed class TestWebhook(WebhookActions actions) : Operation<IdCall, Delivery>
{
    public override void Configure()
    {
        Post("/{id}/test");
        Group<WebhookRoutes>();
        Policies(Scope.Publish);
        Describe("Send a webhook.test event and tell what came of the first try; a failed one is tried again like any other.", 404, 409);
    }

    public override Task<Delivery> ExecuteAsync(IdCall call, CancellationToken ct) => actions.TestAsync(Caller, call.Id, ct);
}

using Connector.Http;

namespace Connector.Webhooks;

/// <summary>GET /v1/webhooks/{id}</summary>
internal sealed class GetWebhook(WebhookActions actions) : Operation<IdCall, Webhook>
{
    public override void Configure()
    {
        Get("/{id}");
        Group<WebhookRoutes>();
        Policies(Scope.Read);
        Describe("Get a webhook.", 404);
    }

    public override Task<Webhook> ExecuteAsync(IdCall call, CancellationToken ct) => Task.FromResult(actions.Get(Caller, call.Id));
}

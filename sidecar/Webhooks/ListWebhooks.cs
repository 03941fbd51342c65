using Connector.Http;

namespace Connector.Webhooks;

/// <summary>GET /v1/webhooks</summary>
internal sealed class ListWebhooks(WebhookActions actions) : Operation<Page<Webhook>>
{
    public override void Configure()
    {
        Get("/");
        Group<WebhookRoutes>();
        Policies(Scope.Read);
        Describe("List the webhooks, newest first; there are at most 200.");
    }

    protected override Task<Page<Webhook>> AnswerAsync(CancellationToken cancellation) =>
        Task.FromResult(new Page<Webhook>(actions.List(Caller), null));
}

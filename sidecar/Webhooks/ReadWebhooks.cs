using Connector.Http;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>GET /v1/webhooks</summary>
public sealed class ListWebhooks : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Handle).WithName(nameof(ListWebhooks)).RequireScope(Scope.Read);

    /// <summary>List the webhooks, newest first; there are at most 200.</summary>
    internal static Page<Webhook> Handle(Caller caller, WebhookStore webhooks) => new(webhooks.List(caller).ConvertAll(Webhook.From), null);
}

/// <summary>GET /v1/webhooks/{id}</summary>
public sealed class GetWebhook : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/{id}", Handle).WithName(nameof(GetWebhook)).RequireScope(Scope.Read).ProducesProblem(404);

    /// <summary>Get a webhook.</summary>
    internal static Webhook Handle(string id, Caller caller, WebhookStore webhooks) => Webhook.From(webhooks.Get(caller, id));
}

using FastEndpoints;

namespace Connector.Webhooks;

/// <summary>Where the operations on webhooks and their deliveries are.</summary>
internal sealed class WebhookRoutes : Group
{
    public WebhookRoutes() => Configure("/v1/webhooks", webhooks => webhooks.Description(route => route.WithTags("Webhooks")));
}

using Connector.Webhooks.Deliveries;
using Connector.Webhooks.Events;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>Puts events, webhooks and deliveries together.</summary>
internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<EventStore>().AddSingleton<EventFeed>().AddHostedService(provider => provider.GetRequiredService<EventFeed>());
        services.AddSingleton<WebhookStore>().AddSingleton<WebhookSecrets>().AddSingleton<Callbacks>();
        services.AddSingleton<DeliveryStore>().AddSingleton<WebhookSender>().AddSingleton<DeliveryWorker>().AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
    }
}

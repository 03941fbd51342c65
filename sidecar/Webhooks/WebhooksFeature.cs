using Connector.Settings;
using Connector.Webhooks.Deliveries;
using Connector.Webhooks.Events;
using Connector.Webhooks.Registration;

namespace Connector.Webhooks;

/// <summary>Registers events, webhooks and deliveries.</summary>
internal static class WebhooksFeature
{
    /// <param name="services">The services.</param>
    /// <param name="isShared">Whether other processes may have the same database.</param>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, bool isShared)
    {
        services.AddSettings<EventRetentionOptions>(EventRetentionOptions.Section);
        services.AddSingleton<EventStore>();
        services.AddSingleton<EventPosition>();
        services.AddSingleton<EventPlaces>();
        if (isShared) services.AddHostedService(provider => provider.GetRequiredService<EventPlaces>());
        // By the time that really passes: how often it looks has nothing to do with what the clock says.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<EventFeed>(provider, TimeProvider.System));
        services.AddHostedService(provider => provider.GetRequiredService<EventFeed>());
        services.AddHostedService<EventRetention>();
        services.AddSingleton<WebhookStore>();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookActions>();
        services.AddSingleton<Callbacks>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<DeliveryLog>();
        services.AddSingleton<DeliveryWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryWorker>());
        return services;
    }
}

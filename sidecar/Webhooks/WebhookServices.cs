namespace Connector.Webhooks;

/// <summary>Puts events, webhooks and deliveries together.</summary>
internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<EventStore>().AddSingleton<EventFeed>().AddHostedService(provider => provider.GetRequiredService<EventFeed>());
        services.AddSingleton<WebhookStore>().AddSingleton<Secrets>().AddSingleton<Callbacks>();
        services.AddSingleton<DeliveryStore>().AddSingleton<Post>().AddSingleton<Deliverer>().AddHostedService(provider => provider.GetRequiredService<Deliverer>());
    }
}

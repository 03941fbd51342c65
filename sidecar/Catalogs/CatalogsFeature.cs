using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Feeds;

namespace Connector.Catalogs;

/// <summary>Registers catalogs of products, their feeds, and what watches these.</summary>
internal static class CatalogsFeature
{
    public static IServiceCollection AddCatalogs(this IServiceCollection services)
    {
        services.AddSingleton<CatalogCalls>();
        services.AddSingleton<FeedWatches>();
        services.AddSingleton<FeedClaims>();
        services.AddSingleton<FeedLook>();
        services.AddSingleton<FeedActions>();
        services.AddSingleton<IAccountTransitionHandler, FeedWatchDeletion>();
        services.AddHostedService<FeedWatcher>();
        return services;
    }
}

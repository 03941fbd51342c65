using Connector.Catalogs.Calls;
using Connector.Catalogs.Items;
using Connector.Settings;

namespace Connector.Catalogs;

/// <summary>Registers items of catalogs, with the jobs that send them, and product groups and reports.</summary>
internal static class CatalogItemsFeature
{
    public static IServiceCollection AddCatalogItems(this IServiceCollection services)
    {
        services.AddSettings<ItemJobRetentionOptions>(ItemJobRetentionOptions.Section);
        services.AddSingleton<ItemCalls>();
        services.AddSingleton<ItemIntake>();
        services.AddSingleton<ItemJobStore>();
        services.AddSingleton<ItemJobLeases>();
        services.AddSingleton<ItemJobProgress>();
        services.AddSingleton<ItemJobRun>();
        services.AddHostedService<ItemJobWorker>();
        services.AddHostedService<ItemJobRetention>();
        return services;
    }
}

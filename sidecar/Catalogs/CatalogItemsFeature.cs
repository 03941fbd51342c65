using Connector.Catalogs.Calls;
using Connector.Catalogs.Groups;
using Connector.Catalogs.Items;
using Connector.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connector.Catalogs;

/// <summary>Registers items of catalogs, with the jobs that send them, and product groups and reports.</summary>
internal static class CatalogItemsFeature
{
    public static IServiceCollection AddCatalogItems(this IServiceCollection services)
    {
        services.AddSettings<ItemJobRetentionOptions>(ItemJobRetentionOptions.Section);
        services.TryAddSingleton<CatalogCalls>();
        services.AddSingleton<GroupCalls>();
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

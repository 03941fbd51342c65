using Connector.Accounts;
using Connector.Settings;
using Connector.Sources.Store;
using Connector.Sources.Work;

namespace Connector.Sources;

/// <summary>Registers what looks at feeds, sitemaps and lists of products again and again.</summary>
internal static class SourcesFeature
{
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddSettings<SourceOptions>(SourceOptions.Section);
        services.AddSingleton<SourceStore>();
        services.AddSingleton<SourceItems>();
        services.AddSingleton<SourceLeases>();
        services.AddSingleton<SourceProgress>();
        services.AddSingleton<SourceActions>();
        services.AddSingleton<SourceFetcher>();
        services.AddSingleton<SourcePins>();
        services.AddSingleton<SourceRun>();
        services.AddSingleton<IAccountTransitionHandler, SourceDeletion>();
        services.AddHostedService<SourceWorker>();
        return services;
    }
}

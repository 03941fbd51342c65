using Connector.Imports.Intake;
using Connector.Imports.Reading;
using Connector.Imports.Store;
using Connector.Imports.Work;
using Connector.Settings;

namespace Connector.Imports;

/// <summary>Registers what takes files of products in and makes pins of their rows.</summary>
internal static class ImportsFeature
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        TextEncodings.Register();
        services.AddSettings<ImportOptions>(ImportOptions.Section);
        services.AddSettings<ImportRetentionOptions>(ImportRetentionOptions.Section);
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<ImportStore>();
        services.AddSingleton<ImportProgress>();
        services.AddSingleton<ImportLeases>();
        services.AddSingleton<ImportKeys>();
        services.AddSingleton<MappingStore>();
        services.AddSingleton<ItemReaders>();
        services.AddSingleton<ImportReceiver>();
        services.AddSingleton<ImportIntake>();
        services.AddSingleton<ImportFetcher>();
        services.AddSingleton<WatchedFiles>();
        services.AddSingleton<DryRunPlan>();
        services.AddSingleton<ImportRun>();
        services.AddSingleton<ErrorsCsv>();
        services.AddHostedService<ImportWorker>();
        services.AddHostedService<ImportRetention>();
        return services;
    }
}

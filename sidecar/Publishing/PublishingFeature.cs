using Connector.Pins.Lifecycle;
using Connector.Publishing.Keeping;
using Connector.Publishing.Reconciliation;
using Connector.Publishing.Videos;
using Connector.Publishing.Worker;
using Connector.Settings;

namespace Connector.Publishing;

/// <summary>Registers what publishes pins: a worker for each account, reconciliation of unknown outcomes, and videos.</summary>
internal static class PublishingFeature
{
    /// <param name="services">The services.</param>
    /// <param name="isShared">Whether other processes may have the same database.</param>
    public static IServiceCollection AddPublishing(this IServiceCollection services, bool isShared)
    {
        services.AddSettings<ReconciliationOptions>(ReconciliationOptions.Section);
        services.AddSettings<VideoOptions>(VideoOptions.Section);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = AccountWorkers.Grace + TimeSpan.FromSeconds(5));

        if (isShared)
        {
            // Before the workers, which need accounts; it ends after them.
            services.AddHostedService<AccountKeeper>();
            services.AddHostedService<ReplicaNews>();
            services.AddSingleton<RecentChanges>();
        }

        services.AddSingleton<AccountWorkers>();
        services.AddHostedService(provider => provider.GetRequiredService<AccountWorkers>());
        services.AddSingleton<QueueStore>();
        services.AddSingleton<PinLog>();
        services.AddHostedService<StopNotice>();
        services.AddSingleton<PinClaimer>();
        services.AddSingleton<NextPinSelector>();
        services.AddSingleton<PinPublisher>();
        services.AddSingleton<PinMediaSource>();

        services.AddSingleton<ReconciliationStore>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<BoardReader>();

        services.AddSingleton<VideoStore>();
        services.AddSingleton<VideoFetcher>();
        services.AddSingleton<VideoUploader>();
        services.AddSingleton<PinterestVideos>();
        services.AddSingleton<PinReleased>(VideoStore.Remove);

        return services.AddAccountScope();
    }

    /// <summary>One of each for each account's worker.</summary>
    private static IServiceCollection AddAccountScope(this IServiceCollection services)
    {
        services.AddScoped<AccountTasks>();
        services.AddScoped<AccountCircuitBreaker>();
        services.AddScoped<AttemptStarter>();
        services.AddScoped<AttemptRunner>();
        services.AddScoped<DueTimeCorrector>();
        services.AddScoped<ReconciliationWorker>();
        services.AddScoped<BoardReadingCache>();
        services.AddScoped<VideoWorker>();
        services.AddScoped<VideoStepRunner>();
        return services;
    }
}

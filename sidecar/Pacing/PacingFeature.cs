using Connector.Settings;

namespace Connector.Pacing;

/// <summary>Registers the limits of accounts and the forecasts of their queues.</summary>
internal static class PacingFeature
{
    public static IServiceCollection AddPacing(this IServiceCollection services)
    {
        services.AddSettings<PacingOptions>(PacingOptions.Section)
            .Configure<IConfiguration>((pacing, configuration) =>
            {
                pacing.Tier = configuration["Connector:Pinterest:AccessTier"]?.ToLowerInvariant() ?? pacing.Tier;
                pacing.AppId = configuration["Connector:Pinterest:AppId"] is { Length: > 0 } id ? id : null;
            });
        services.AddSingleton<PacedApps>();
        services.AddSingleton<PaceStore>();
        services.AddSingleton<QueueReader>();
        services.AddSingleton<PaceLedger>();
        services.AddSingleton<SharedBudget>();
        services.AddSingleton<Forecaster>();
        services.AddSingleton<RateMeters>();
        services.AddSingleton<CadencePreview>();
        return services;
    }
}

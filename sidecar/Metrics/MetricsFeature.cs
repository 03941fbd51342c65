using Connector.Metrics.Reading;

namespace Connector.Metrics;

/// <summary>Registers the numbers that Pinterest measures.</summary>
internal static class MetricsFeature
{
    public static IServiceCollection AddPinMetrics(this IServiceCollection services)
    {
        services.AddSingleton<PinMetrics>();
        services.AddSingleton<AccountNumbers>();
        services.AddSingleton<GroupedNumbers>();
        services.AddSingleton<Insights>();
        services.AddSingleton<PinMetricsBatch>();
        services.AddSingleton<PinTargets>();
        services.AddSingleton<PinNumbers>();
        return services;
    }
}

using Connector.Metrics.Reading;

namespace Connector.Metrics;

/// <summary>Registers what the operations on numbers need.</summary>
internal static class MetricsServices
{
    public static IServiceCollection AddPinMetrics(this IServiceCollection services) =>
        services.AddSingleton<PinTargets>().AddSingleton<PinMetricsBatch>().AddSingleton<PinMetrics>();
}

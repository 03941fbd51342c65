using FastEndpoints;

namespace Connector.Metrics;

/// <summary>Where the operations on numbers are.</summary>
internal sealed class MetricsRoutes : Group
{
    public MetricsRoutes() => Configure("/v1/metrics", metrics => metrics.Description(route => route.WithTags("Metrics")));
}

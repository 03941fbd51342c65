namespace Connector.Metrics.Tables;

/// <summary>What top pins can be sorted by, under our names.</summary>
internal static class TopPinsOrder
{
    public static readonly IReadOnlyList<string> All = [.. Metric.Sortable.Select(metric => metric.Name)];
}

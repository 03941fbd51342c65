namespace Connector.Metrics.Tables;

/// <summary>What top pins can be sorted by, under our names.</summary>
internal static class TopPinsOrder
{
    public static readonly IReadOnlyList<string> All = [.. Metric.Sortable.Select(metric => metric.Name)];
}

/// <summary>What top videos can be sorted by, under our names: all that is counted of them.</summary>
internal static class TopVideosOrder
{
    public static readonly IReadOnlyList<string> All =
        [.. Metric.All.Where(metric => metric.IsFor(Measured.TopVideos)).Select(metric => metric.Name)];
}

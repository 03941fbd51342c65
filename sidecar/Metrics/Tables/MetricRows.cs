using Connector.Metrics.Reading;
using Connector.Pinterest;

namespace Connector.Metrics.Tables;

/// <summary>Flattens what Pinterest answers into rows.</summary>
internal static class MetricRows
{
    public static IEnumerable<MetricRow> Of(PinTarget pin, PinReading reading, MetricsRequest question) => reading switch
    {
        { Numbers: { } numbers } => Of(numbers, question, pin.PinId, pin.PinterestPinId),
        _ => [Empty(question, reading.Status) with { PinId = pin.PinId, PinterestPinId = pin.PinterestPinId }],
    };

    public static IEnumerable<MetricRow> Of(MetricSet numbers, MetricsRequest question, string? pinId = null, string? pinterestPinId = null)
    {
        var rows = question.ByDay ? Daily(numbers, question) : [Total(numbers, question)];
        return rows.Select(row => row with { PinId = pinId, PinterestPinId = pinterestPinId });
    }

    public static MetricRow Of(TopPin pin, MetricsRequest question) => new()
    {
        PinterestPinId = pin.PinId,
        DataStatus = DataStatus.Together(question.Metrics.Select(metric => pin.DataStatus.GetValueOrDefault(metric.Pinterest))),
        Numbers = Pick(question, metric => pin.Metrics.GetValueOrDefault(metric.Pinterest)),
    };

    /// <summary>A row for every day asked for, also for those that Pinterest leaves out.</summary>
    private static IEnumerable<MetricRow> Daily(MetricSet numbers, MetricsRequest question)
    {
        var known = numbers.DailyMetrics
            .Where(day => day.Date is not null)
            .DistinctBy(day => day.Date)
            .ToDictionary(day => day.Date!.Value);
        return question.Range.Days.Select(date => known.TryGetValue(date, out var day)
            ? new MetricRow
            {
                Date = date,
                DataStatus = DataStatus.Of(day.DataStatus),
                Numbers = Pick(question, metric => day.Metrics.GetValueOrDefault(metric.Pinterest)),
            }
            : Empty(question, DataStatus.NoData) with { Date = date });
    }

    private static MetricRow Total(MetricSet numbers, MetricsRequest question)
    {
        var status = DataStatus.Together(numbers.DailyMetrics.Select(day => day.DataStatus));
        // Pinterest sums up days that never had numbers to 0, which would read as a result.
        if (DataStatus.IsNever(status)) return Empty(question, status);

        return new MetricRow { DataStatus = status, Numbers = Pick(question, Sum) };

        decimal? Sum(Metric metric) =>
            (metric.IsLifetime ? numbers.LifetimeMetrics : numbers.SummaryMetrics).GetValueOrDefault(metric.Pinterest);
    }

    private static MetricRow Empty(MetricsRequest question, string? status) =>
        new() { DataStatus = status, Numbers = Pick(question, _ => null) };

    private static Dictionary<string, object?> Pick(MetricsRequest question, Func<Metric, decimal?> number) =>
        question.Metrics.ToDictionary(metric => metric.Name, metric => (object?)number(metric));
}

using Connector.Http;
using Connector.Metrics.Reading;

namespace Connector.Metrics.Tables;

/// <summary>Numbers as CSV.</summary>
internal static class MetricsCsv
{
    public static string Write(IEnumerable<MetricRow> rows, IReadOnlyList<Metric> metrics) => CsvRows.Write(
        ["pin_id", "pinterest_pin_id", "date", .. metrics.Select(metric => metric.Name), "data_status"],
        rows.Select(row => Fields(row, metrics)));

    private static object?[] Fields(MetricRow row, IReadOnlyList<Metric> metrics) =>
    [
        row.PinId,
        row.PinterestPinId,
        row.Date is { } date ? DateRange.Text(date) : null,
        .. metrics.Select(metric => row.Numbers[metric.Name]),
        row.DataStatus,
    ];
}

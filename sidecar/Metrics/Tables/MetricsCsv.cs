using System.Globalization;
using Connector.Metrics.Reading;

namespace Connector.Metrics.Tables;

/// <summary>Rows as CSV (RFC 4180) for spreadsheets; what is not known is an empty field.</summary>
internal static class MetricsCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    public static string Write(IEnumerable<MetricRow> rows, IReadOnlyList<Metric> metrics)
    {
        string[] header = ["pin_id", "pinterest_pin_id", "date", .. metrics.Select(metric => metric.Name), "data_status"];
        return string.Concat(rows.Select(row => Fields(row, metrics)).Prepend(header).Select(fields => string.Join(',', fields.Select(Field)) + "\r\n"));
    }

    private static string?[] Fields(MetricRow row, IReadOnlyList<Metric> metrics) =>
    [
        row.PinId,
        row.PinterestPinId,
        row.Date is { } date ? DateRange.Text(date) : null,
        .. metrics.Select(metric => Convert.ToString(row.Numbers[metric.Name], CultureInfo.InvariantCulture)),
        row.DataStatus,
    ];

    private static string Field(string? text) =>
        text is null ? ""
        : text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

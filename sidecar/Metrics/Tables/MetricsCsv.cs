using System.Globalization;
using Connector.Metrics.Reading;
using CsvHelper;

namespace Connector.Metrics.Tables;

/// <summary>Rows as CSV (RFC 4180) for spreadsheets; what is not known is an empty field.</summary>
internal static class MetricsCsv
{
    public const string ContentType = "text/csv; charset=utf-8";

    // Texts come from Pinterest or the caller, and a spreadsheet runs one that starts like a formula.
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public static string Write(IEnumerable<MetricRow> rows, IReadOnlyList<Metric> metrics)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, Options, leaveOpen: true))
        {
            WriteRecord(csv, ["pin_id", "pinterest_pin_id", "date", .. metrics.Select(metric => metric.Name), "data_status"]);
            foreach (var row in rows) WriteRecord(csv, Fields(row, metrics));
        }

        return text.ToString();
    }

    private static void WriteRecord(CsvWriter csv, IEnumerable<object?> fields)
    {
        foreach (var field in fields) csv.WriteField(field);
        csv.EndRecord();
    }

    private static object?[] Fields(MetricRow row, IReadOnlyList<Metric> metrics) =>
    [
        row.PinId,
        row.PinterestPinId,
        row.Date is { } date ? DateRange.Text(date) : null,
        .. metrics.Select(metric => row.Numbers[metric.Name]),
        row.DataStatus,
    ];
}

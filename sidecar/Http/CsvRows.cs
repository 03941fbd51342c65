using System.Globalization;
using CsvHelper;
using Microsoft.Net.Http.Headers;

namespace Connector.Http;

/// <summary>Rows as CSV (RFC 4180) for spreadsheets; what is not known is an empty field.</summary>
internal static class CsvRows
{
    public const string ContentType = "text/csv; charset=utf-8";

    // Texts come from Pinterest or the caller, and a spreadsheet runs one that starts like a formula.
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>Whether the request asks for CSV: with its parameter, or else with its Accept header.</summary>
    public static bool AreWanted(string? format, HttpRequest http) => format switch
    {
        TableFormat.Csv => true,
        TableFormat.Json => false,
        null => ArePreferred(http.GetTypedHeaders().Accept),
        _ => throw Problems.Invalid("format", "must be json or csv."),
    };

    public static string Write(IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, Options, leaveOpen: true))
        {
            WriteRecord(csv, columns);
            foreach (var row in rows) WriteRecord(csv, row);
        }

        return text.ToString();
    }

    private static void WriteRecord(CsvWriter csv, IEnumerable<object?> fields)
    {
        foreach (var field in fields) csv.WriteField(field);
        csv.EndRecord();
    }

    private static bool ArePreferred(IList<MediaTypeHeaderValue> accepted) =>
        accepted.MaxBy(type => type.Quality ?? 1)?.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase) == true;
}

using Connector.Imports.Mapping;
using Connector.Imports.Reading;
using Connector.Imports.Store;
using CsvHelper;

namespace Connector.Imports.Work;

/// <summary>Writes the rows of an import that are wrong, as they were, so that they can be corrected and imported again.</summary>
internal sealed class ErrorsCsv(ImportStore imports, ItemReaders readers)
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>The column that says what is wrong; an import passes over it.</summary>
    public const string Reason = "import_error";

    private const int PageSize = 500;

    // What came from a shop may be a formula to a spreadsheet. Rows have as many values as they had.
    private static readonly CsvWriterOptions Options =
        CsvWriterOptions.Default with { Injection = CsvInjection.Escape, ValidateFieldCount = false };

    // Files that are no tables are written by what their columns mean, under the names that the map gives them.
    private static readonly string[] Meanings =
    [
        ColumnRoles.Key, ColumnRoles.Title, ColumnRoles.Description, ColumnRoles.Link, ColumnRoles.Image, ColumnRoles.Video,
        ColumnRoles.Cover, ColumnRoles.Board, ColumnRoles.Section, ColumnRoles.Category, ColumnRoles.Tags, ColumnRoles.Price,
        ColumnRoles.Availability, ColumnRoles.PublishAt, ColumnRoles.EventDate, ColumnRoles.LeadDays, ColumnRoles.AltText,
    ];

    public async Task WriteAsync(ImportRow import, Stream output, CancellationToken cancellation)
    {
        var header = await readers.HeaderAsync(import);
        var roles = new ColumnRoles(ReadyMapping.Read(import.Mapping).Columns);
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        await WriteAsync(csv, [Reason, .. header ?? Array.ConvertAll(Meanings, roles.NameOf)], cancellation);
        using var wrong = Wrong(import.Id).GetEnumerator();
        if (!wrong.MoveNext()) return;

        await foreach (var item in readers.ReadAsync(import, cancellation))
        {
            if (item.Row != wrong.Current.Row) continue;
            await WriteAsync(csv, item, wrong.Current.Reason, header is null ? roles : null, cancellation);
            if (!wrong.MoveNext()) return;
        }
    }

    private static async Task WriteAsync(
        CsvWriter csv, ImportItem item, string reason, ColumnRoles? roles, CancellationToken cancellation)
    {
        if (roles is not null)
        {
            string[] values = [.. Meanings.Select(role => ValueOf(item, roles, role))];
            await WriteAsync(csv, [reason, .. values], cancellation);
            return;
        }

        if (item.Lines.Count == 0) await WriteAsync(csv, [reason], cancellation);
        foreach (var (index, line) in item.Lines.Index())
            await WriteAsync(csv, [index == 0 ? reason : "", .. line], cancellation);
    }

    private static string ValueOf(ImportItem item, ColumnRoles roles, string role) => role == ColumnRoles.Image
        && item.Images.Count > 0
        && !(roles.IsGiven(role) && roles.Of(item, role) is not null)
        ? string.Join('|', item.Images.Select(image => image.Url))
        : roles.Of(item, role) ?? "";

    private static async Task WriteAsync(CsvWriter csv, string[] values, CancellationToken cancellation)
    {
        foreach (var value in values) csv.WriteField(value);
        await csv.EndRecordAsync(cancellation);
    }

    /// <summary>The rows that are wrong, each once, in the order of the file.</summary>
    private IEnumerable<(long Row, string Reason)> Wrong(string importId)
    {
        var (after, last) = (0L, 0L);
        while (imports.Results(importId, ResultStatus.Failed, after, PageSize) is { Count: > 0 } page)
        {
            foreach (var result in page.Where(result => result.RowNumber > last))
            {
                last = result.RowNumber;
                var problem = ResultDetails.Read(result.Details).Problem;
                yield return (last, problem is null ? "" : $"{problem.Message} {problem.Remediation}".Trim());
            }

            after = page[^1].Number;
        }
    }
}

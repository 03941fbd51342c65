using System.Text;
using CsvHelper;

namespace Connector.Demo;

/// <summary>Reads a product list in CSV: what is wrong with one row never hides the others.</summary>
internal static class Catalog
{
    public static readonly string[] Columns = ["title", "description", "link", "image", "board"];

    public static IReadOnlyList<CatalogRow> Read(Stream csv)
    {
        using var text = new StreamReader(csv, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        try
        {
            return Read(text.ReadToEnd());
        }
        catch (DecoderFallbackException)
        {
            throw new CatalogException("is not UTF-8 text. Save it again as \"CSV UTF-8\".");
        }
    }

    private static List<CatalogRow> Read(string text)
    {
        var isMalformed = false;
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = SeparatorOf(text),
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            ShouldSkipRecord = record => record.FieldCount == 1 && record[0].IsEmpty,
            OnMalformedRecord = _ => isMalformed = true,
        });
        if (!csv.Read()) throw new CatalogException($"is empty. It needs a first line with the columns {string.Join(',', Columns)}.");
        if (isMalformed) throw new CatalogException("has a first line that cannot be read: a double quote is not closed.");

        var header = Array.ConvertAll(csv.Current.ToArray(), name => name.ToLowerInvariant());
        if (Columns.Except(header).ToArray() is { Length: > 0 } missing)
            throw new CatalogException($"has no column {string.Join(", ", missing)}. Its first line must name the columns "
                + $"{string.Join(',', Columns)}, in any order.");

        var rows = new List<CatalogRow>();
        while (csv.Read())
        {
            var number = rows.Count + 2; // the header is row 1, as in a spreadsheet
            rows.Add(isMalformed ? Malformed(number) : Row(number, header, csv.Current.ToArray()));
            isMalformed = false;
        }

        return rows.Count > 0 ? rows : throw new CatalogException("has column names but no rows. Add one line for each pin.");
    }

    // Where the comma is the decimal sign, spreadsheets put semicolons between the columns.
    private static char SeparatorOf(string text)
    {
        var header = text.AsSpan().TrimStart("\r\n");
        if (header.IndexOfAny('\r', '\n') is var end and >= 0) header = header[..end];
        return header.Contains(';') && !header.Contains(',') ? ';' : ',';
    }

    private static CatalogRow Row(int number, string[] header, string[] values)
    {
        string Value(string column) => values.ElementAtOrDefault(Array.IndexOf(header, column)) ?? "";
        var row = new CatalogRow(number, Value("title"), Value("description"), Value("link"), Value("image"), Value("board"));
        return row with { Problem = ProblemOf(row, values.Length, header.Length) };
    }

    private static CatalogRow Malformed(int number) => new(number, "", "", "", "", "")
    {
        Problem = "The row cannot be read: a value with quotes, commas or line breaks goes in double quotes, and a quote inside is "
            + "doubled (\"\").",
    };

    private static string? ProblemOf(CatalogRow row, int values, int columns) =>
        values > columns ? $"The row has {values} values for {columns} columns; put a value that has a comma in double quotes."
        : row.Board == "" ? "The row names no board; fill in the column board."
        : row.Image == "" ? "The row names no image; fill in the column image with a file or an https address, or several for a carousel, "
            + "with | between them."
        : null;
}

/// <summary>Nothing can be read from the catalogue; the message goes on after the file's name.</summary>
internal sealed class CatalogException(string message) : Exception(message);

using System.Text;
using System.Text.Unicode;
using Connector.Imports;

namespace Connector.Demo;

/// <summary>Reads a product list in CSV: what is wrong with one row never hides the others.</summary>
internal static class Catalog
{
    public static readonly string[] Columns = ["title", "description", "link", "image", "board"];

    public static IReadOnlyList<CatalogRow> Read(Stream csv)
    {
        using var bytes = new MemoryStream();
        csv.CopyTo(bytes);
        if (!Utf8.IsValid(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
            throw new CatalogException("is not UTF-8 text. Save it again as \"CSV UTF-8\".");

        bytes.Position = 0;
        return Read(CsvTable.Read(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));
    }

    private static List<CatalogRow> Read(IEnumerable<CsvLine> table)
    {
        using var lines = table.GetEnumerator();
        if (!lines.MoveNext())
            throw new CatalogException($"is empty. It needs a first line with the columns {string.Join(',', Columns)}.");
        if (lines.Current.Problem is not null)
            throw new CatalogException("has a first line that cannot be read: a double quote is not closed.");

        var header = Array.ConvertAll(lines.Current.Values, name => name.ToLowerInvariant());
        if (Columns.Except(header).ToArray() is { Length: > 0 } missing)
            throw new CatalogException($"has no column {string.Join(", ", missing)}. Its first line must name the columns "
                + $"{string.Join(',', Columns)}, in any order.");

        var rows = new List<CatalogRow>();
        while (lines.MoveNext())
        {
            var number = rows.Count + 2; // the header is row 1, as in a spreadsheet
            rows.Add(lines.Current.Problem is { } problem
                ? new CatalogRow(number, "", "", "", "", "") { Problem = problem }
                : Row(number, header, lines.Current.Values));
        }

        return rows.Count > 0 ? rows : throw new CatalogException("has column names but no rows. Add one line for each pin.");
    }

    private static CatalogRow Row(int number, string[] header, string[] values)
    {
        string Value(string column) => values.ElementAtOrDefault(Array.IndexOf(header, column)) ?? "";
        var row = new CatalogRow(number, Value("title"), Value("description"), Value("link"), Value("image"), Value("board"));
        return row with { Problem = ProblemOf(row, values.Length, header.Length) };
    }

    private static string? ProblemOf(CatalogRow row, int values, int columns) =>
        values > columns ? $"The row has {values} values for {columns} columns; put a value that has a comma in double quotes."
        : row.Board == "" ? "The row names no board; fill in the column board."
        : row.Image == "" ? "The row names no image; fill in the column image with a file or an https address, or several for a carousel, "
            + "with | between them."
        : null;
}

/// <summary>Nothing can be read from the catalogue; the message goes on after the file's name.</summary>
internal sealed class CatalogException(string message) : Exception(message);

using System.Text;
using Microsoft.VisualBasic.FileIO;

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
            using var parser = new TextFieldParser(text) { TextFieldType = FieldType.Delimited, HasFieldsEnclosedInQuotes = true };
            return Read(parser);
        }
        catch (DecoderFallbackException)
        {
            throw new CatalogException("is not UTF-8 text. Save it again as \"CSV UTF-8\".");
        }
    }

    private static List<CatalogRow> Read(TextFieldParser parser)
    {
        // Where the comma is the decimal sign, spreadsheets put semicolons between the columns.
        var start = parser.PeekChars(100) ?? throw new CatalogException($"is empty. It needs a first line with the columns {string.Join(',', Columns)}.");
        parser.SetDelimiters(start.Contains(';') && !start.Contains(',') ? ";" : ",");

        var header = Array.ConvertAll(Header(parser), name => name.ToLowerInvariant());
        if (Columns.Except(header).ToArray() is { Length: > 0 } missing)
            throw new CatalogException($"has no column {string.Join(", ", missing)}. Its first line must name the columns {string.Join(',', Columns)}, in any order.");

        var rows = new List<CatalogRow>();
        while (!parser.EndOfData) rows.Add(Row(parser, header, number: rows.Count + 2)); // the header is row 1, as in a spreadsheet
        return rows.Count > 0 ? rows : throw new CatalogException("has column names but no rows. Add one line for each pin.");
    }

    private static string[] Header(TextFieldParser parser)
    {
        try
        {
            return parser.ReadFields() ?? [];
        }
        catch (MalformedLineException)
        {
            throw new CatalogException("has a first line that cannot be read: a double quote is not closed.");
        }
    }

    private static CatalogRow Row(TextFieldParser parser, string[] header, int number)
    {
        try
        {
            var values = parser.ReadFields() ?? [];
            string Value(string column) => values.ElementAtOrDefault(Array.IndexOf(header, column)) ?? "";
            var row = new CatalogRow(number, Value("title"), Value("description"), Value("link"), Value("image"), Value("board"));
            return row with { Problem = ProblemOf(row, values.Length, header.Length) };
        }
        catch (MalformedLineException)
        {
            return new CatalogRow(number, "", "", "", "", "")
            {
                Problem = "The row cannot be read: a value with quotes, commas or line breaks goes in double quotes, and a quote inside is doubled (\"\").",
            };
        }
    }

    private static string? ProblemOf(CatalogRow row, int values, int columns) =>
        values > columns ? $"The row has {values} values for {columns} columns; put a value that has a comma in double quotes."
        : row.Board == "" ? "The row names no board; fill in the column board."
        : row.Image == "" ? "The row names no image; fill in the column image with a file or an https address, or several for a carousel, with | between them."
        : null;
}

/// <summary>Nothing can be read from the catalogue; the message goes on after the file's name.</summary>
internal sealed class CatalogException(string message) : Exception(message);

using System.Text.Json;
using Connector.Imports.Reading;

namespace Connector.Imports.Intake;

/// <summary>Tells by its beginning what kind of file it is.</summary>
internal static class FormatDetector
{
    private const string Merchant = "http://base.google.com/ns/1.0";

    /// <summary>Null when it is none that can be imported.</summary>
    /// <param name="beginning">The first bytes.</param>
    /// <param name="encoding">How its text is written.</param>
    /// <param name="name">What the file is called.</param>
    public static string? Of(byte[] beginning, string encoding, string name)
    {
        var text = TextEncodings.Of(encoding).GetString(beginning).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.Length == 0 ? null : text[0] switch
        {
            '<' => Xml(text),
            '[' => ImportFormat.Json,
            '{' => Json(text, name),
            _ => Table(beginning, encoding, text),
        };
    }

    private static string? Xml(string text) =>
        text.Contains("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            ? null
            : text.Contains(Merchant, StringComparison.Ordinal) ? ImportFormat.MerchantXml
            : text.Contains("<urlset", StringComparison.Ordinal) || text.Contains("<sitemapindex", StringComparison.Ordinal)
                ? ImportFormat.Sitemap
            : text.Contains("<feed", StringComparison.Ordinal) ? ImportFormat.Atom
            : text.Contains("<rss", StringComparison.Ordinal) || text.Contains("<rdf:RDF", StringComparison.Ordinal) ? ImportFormat.Rss
            : text.Contains("<product", StringComparison.Ordinal) || text.Contains("<item", StringComparison.Ordinal) ? ImportFormat.Rss
            : null;

    private static string Json(string text, string name)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var isByLine = name.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
            || (end > 0 && text[(end + 1)..].TrimStart().StartsWith('{') && IsJson(text[..end]));
        return isByLine ? ImportFormat.Ndjson
            : text.Contains("\"products\"", StringComparison.Ordinal) && text.Contains("\"handle\"", StringComparison.Ordinal)
                ? ImportFormat.ShopifyJson
                : ImportFormat.Json;
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Table(byte[] beginning, string encoding, string text)
    {
        // No text has these, and a NUL alone may be one bad value among good ones.
        if (text.Take(1000).Count(letter => char.IsControl(letter) && letter is not ('\t' or '\r' or '\n' or '\0')) > 2) return null;

        using var start = new MemoryStream(beginning);
        var names = CsvTable.Read(start, TextEncodings.Of(encoding)).Take(3)
            .SelectMany(line => line.Values.Select(ColumnNames.Plain)).ToHashSet();
        return names.Contains("handle") && (names.Contains("image_src") || names.Contains("body_html")) ? ImportFormat.ShopifyCsv
            : names.Contains("media_url") && names.Contains("pinterest_board") ? ImportFormat.PinterestCsv
            : names.Contains("regular_price") && names.Contains("images") && names.Contains("type") ? ImportFormat.WooCommerceCsv
            : ImportFormat.Csv;
    }
}

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Xml;
using Connector.Imports.Mapping;
using Connector.Imports.Store;
using Microsoft.Extensions.Options;

namespace Connector.Imports.Reading;

/// <summary>Reads the files of imports. How a file came makes no difference to it.</summary>
internal sealed class ItemReaders(ImportFiles files, IOptions<ImportOptions> options)
{
    /// <summary>The items of an import's file; what cannot be read is the last of them.</summary>
    public async IAsyncEnumerable<ImportItem> ReadAsync(ImportRow import, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = files.Open(import.Id);
        if (Open(file, import.Format, import.Encoding, new ColumnRoles(ReadyMapping.Read(import.Mapping).Columns)) is not { } reader)
        {
            yield return ImportItem.Unreadable(1, "No line of the file names columns that are known.") with { EndsEarly = true };
            yield break;
        }

        await foreach (var item in ReadAsync(reader, cancellation)) yield return item;
    }

    /// <summary>The names of an import's columns as they are in its file; null where it is no table.</summary>
    public async Task<string[]?> HeaderAsync(ImportRow import)
    {
        await using var file = files.Open(import.Id);
        return Open(file, import.Format, import.Encoding, new ColumnRoles(ReadyMapping.Read(import.Mapping).Columns))?.Header;
    }

    private async IAsyncEnumerable<ImportItem> ReadAsync(IItemReader reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (row, count, garbage) = (0L, 0L, new GarbageBound());
        await using var items = reader.ReadAsync(cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            var (hasNext, problem) = await TryNextAsync(items);
            if (problem is not null) yield return ImportItem.Unreadable(row + 1, problem) with { EndsEarly = true };
            if (!hasNext) yield break;

            if (count++ == options.Value.Rows)
            {
                var rest = $"The file has more than {options.Value.Rows:N0} rows; the rest is not read.";
                yield return ImportItem.Unreadable(items.Current.Row, rest) with { EndsEarly = true };
                yield break;
            }

            row = items.Current.Row;
            yield return items.Current;
            garbage.Keep();
        }
    }

    private static async Task<(bool HasNext, string? Problem)> TryNextAsync(IAsyncEnumerator<ImportItem> items)
    {
        try
        {
            return (await items.MoveNextAsync(), null);
        }
        catch (XmlException broken)
        {
            return (
                false, $"The file cannot be read any further: it is no correct XML at line {broken.LineNumber}, or has a document type.");
        }
        catch (JsonException broken)
        {
            return (false, $"The file cannot be read any further: it is no correct JSON at line {broken.LineNumber + 1}.");
        }
        catch (InvalidDataException broken)
        {
            return (false, broken.Message);
        }
    }

    /// <summary>Reads a file of that format; null when it is a table whose columns are not known.</summary>
    internal static IItemReader? Open(Stream file, string format, string encoding, ColumnRoles roles)
    {
        var text = TextEncodings.Of(encoding);
        return format switch
        {
            ImportFormat.ShopifyCsv => TableReader.Open(file, text, roles.Knows) is { } table ? new GroupedReader(table) : null,
            ImportFormat.Csv or ImportFormat.PinterestCsv or ImportFormat.WooCommerceCsv => TableReader.Open(file, text, roles.Knows),
            ImportFormat.Ndjson => new JsonLinesReader(file, text),
            // Also from UTF-8: one bad byte would end the reading of JSON.
            ImportFormat.Json or ImportFormat.ShopifyJson =>
                Json(Encoding.CreateTranscodingStream(file, text, Encoding.UTF8, leaveOpen: true)),
            ImportFormat.Sitemap => new SitemapReader(file),
            _ => new FeedReader(file),
        };
    }

    private static JsonReader Json(Stream file)
    {
        var start = new PeekedStream(file);
        return new JsonReader(start, isList: start.FirstSign() == '[');
    }
}

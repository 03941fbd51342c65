using System.Globalization;
using System.Runtime.CompilerServices;

namespace Connector.Imports.Reading;

/// <summary>Makes one item of the lines of Shopify's export that are about one product: its variants and its pictures.</summary>
internal sealed class GroupedReader(IItemReader lines) : IItemReader
{
    // More than any shop has for one product; a file of one handle must not fill the memory.
    private const int MostLines = 2500;

    private const string Handle = "handle", Image = "image_src", Place = "image_position";

    public string[]? Header => lines.Header;

    public async IAsyncEnumerable<ImportItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (group, size) = (new List<ImportItem>(), 0L);
        await foreach (var line in lines.ReadAsync(cancellation))
        {
            var goesOn = group.Count is > 0 and < MostLines
                && size < ImportItem.MostTogether
                && line.Problem is null
                && line.Value(Handle) is { } handle
                && handle == group[0].Value(Handle);
            if (!goesOn && group.Count > 0)
            {
                yield return Merged(group);
                group.Clear();
                size = 0;
            }

            group.Add(line);
            size += line.Size;
        }

        if (group.Count > 0) yield return Merged(group);
    }

    private static ImportItem Merged(List<ImportItem> group)
    {
        var fields = new Dictionary<string, string>(group[0].Fields);
        foreach (var line in group.Skip(1))
            foreach (var (name, value) in line.Fields) fields.TryAdd(name, value);
        string[] images =
            [.. group.Where(line => line.Value(Image) is not null).OrderBy(PlaceOf).Select(line => line.Value(Image)!).Distinct()];
        // Whoever names this column means the pictures of all lines.
        if (images.Length > 0) fields[Image] = string.Join('|', images);
        return group[0] with
        {
            Fields = fields,
            Images = [.. images.Select(url => new ItemImage(url))],
            Lines = [.. group.SelectMany(line => line.Lines)],
        };
    }

    private static int PlaceOf(ImportItem line) =>
        int.TryParse(line.Value(Place), CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue;
}

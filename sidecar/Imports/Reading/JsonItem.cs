using System.Globalization;
using System.Text.Json;

namespace Connector.Imports.Reading;

/// <summary>Reads one object: its values by name, those of objects in it by both names, and its pictures.</summary>
internal static class JsonItem
{
    private const int MostImages = 50;

    private static readonly string[] Addresses = ["src", "url", "href"];

    public static ImportItem Of(long row, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return ImportItem.Unreadable(row, "The row is not a JSON object.");

        try
        {
            return Read(row, json);
        }
        catch (InvalidOperationException)
        {
            // The reader looks at the halves of a character only when it gives the text out.
            return ImportItem.Unreadable(row, "A text of the row has half of a character, such as \\ud83d without what belongs to it.");
        }
    }

    private static ImportItem Read(long row, JsonElement json)
    {
        var fields = new Dictionary<string, string>();
        var images = new List<ItemImage>();
        foreach (var property in json.EnumerateObject())
        {
            var name = ColumnNames.Plain(property.Name);
            if (name == "prices") StorePrices.AddTo(fields, property.Value);
            if (name is "images" or "image" or "featured_image" && Pictures(property.Value) is { Count: > 0 } found) images.AddRange(found);
            else if (name == "variants" && property.Value.ValueKind == JsonValueKind.Array) AddVariants(fields, property.Value);
            else Add(fields, name, property.Value, depth: 0);
        }

        return new ImportItem(row, fields)
        {
            Images = [.. images.DistinctBy(image => image.Url).Take(MostImages)],
            Decimals = Decimals(json).ToHashSet(),
        };
    }

    private static IEnumerable<string> Decimals(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.GetRawText() is var text && text.Contains('.', StringComparison.Ordinal) => [text],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Decimals),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Decimals(property.Value)),
        _ => [],
    };

    private static void Add(Dictionary<string, string> fields, string name, JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                fields.TryAdd(name, string.Join('|', value.EnumerateArray().Select(TextOrName).Where(text => text.Length > 0)));
                break;
            case JsonValueKind.Object when depth == 0:
                foreach (var inner in value.EnumerateObject()) Add(fields, $"{name}_{ColumnNames.Plain(inner.Name)}", inner.Value, 1);
                break;
            default:
                fields.TryAdd(name, Text(value));
                break;
        }
    }

    // A shop sells a product as long as it has one variant of it.
    private static void AddVariants(Dictionary<string, string> fields, JsonElement variants)
    {
        var all = variants.EnumerateArray().Where(variant => variant.ValueKind == JsonValueKind.Object).ToList();
        if (all.Count == 0) return;

        foreach (var inner in all[0].EnumerateObject())
            if (inner.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                fields.TryAdd($"variant_{ColumnNames.Plain(inner.Name)}", Text(inner.Value));
        var stock = all.Select(variant => variant.TryGetProperty("available", out var available) ? Text(available) : "").ToList();
        if (stock.Exists(text => text.Length > 0)) fields.TryAdd("available", stock.Contains("true") ? "true" : "false");
    }

    private static List<ItemImage> Pictures(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Pictures).Take(MostImages)],
        JsonValueKind.Object when Address(value) is { Length: > 0 } url =>
            [new ItemImage(url, Number(value, "width"), Number(value, "height"))],
        JsonValueKind.String when value.GetString() is { Length: > 0 } url
            && url.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && !url.Contains('|', StringComparison.Ordinal)
            && !url.Contains(',', StringComparison.Ordinal) => [new ItemImage(url)],
        _ => [],
    };

    private static string? Address(JsonElement image) =>
        Addresses.Select(name => image.TryGetProperty(name, out var url) ? Text(url) : null)
            .FirstOrDefault(url => !string.IsNullOrEmpty(url));

    private static int? Number(JsonElement image, string name) =>
        image.TryGetProperty(name, out var value) && int.TryParse(Text(value), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // Categories and tags come as objects too, such as WooCommerce's.
    private static string TextOrName(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("name", out var name) ? Text(name) : Text(value);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };
}

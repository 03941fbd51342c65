using System.Globalization;
using System.Xml.Linq;

namespace Connector.Imports.Reading;

/// <summary>Reads one item of a feed: its texts by name, and its pictures wherever the format has them.</summary>
internal static class FeedItem
{
    private const int MostElements = 2000;

    private const string Media = "http://search.yahoo.com/mrss/";

    // Of these a feed may have several.
    private static readonly HashSet<string> Several = new(["category", "product_type", "tag", "keywords", "additional_image_link"]);

    private static readonly string[] Contents = ["content_encoded", "content", "description", "summary"];

    public static ImportItem Of(long row, XElement element)
    {
        var fields = new Dictionary<string, string>();
        var images = new List<ItemImage>();
        var rest = new List<ItemImage>();
        foreach (var part in Parts(element))
        {
            var name = NameOf(part);
            if (name == "image_link" && part.Value.Trim() is { Length: > 0 } main) images.Insert(0, new ItemImage(main));
            else if (name == "additional_image_link" && part.Value.Trim() is { Length: > 0 } more) images.Add(new ItemImage(more));
            if (PictureOf(part, name) is { } picture) (name == "thumbnail" ? rest : images).Add(picture);
            if (name == "enclosure" && IsVideo(part)) fields.TryAdd("video", UrlOf(part)!);
            if (TextOf(part, name) is not { Length: > 0 } text) continue;

            if (!fields.TryAdd(name, text) && Several.Contains(name)) fields[name] += $", {text}";
        }

        images.AddRange(rest);
        if (images.Count == 0 && InContent(fields) is { } shown) images.Add(new ItemImage(shown));
        return new ImportItem(row, fields) { Images = [.. images.DistinctBy(image => image.Url)] };
    }

    // What stands inside a group of media counts as the item's own.
    private static IEnumerable<XElement> Parts(XElement element) => element.Elements()
        .SelectMany(part => part.Name.LocalName == "group" ? part.Elements() : [part])
        .Take(MostElements);

    private static string NameOf(XElement part)
    {
        var name = ColumnNames.Plain(part.Name.LocalName);
        return name == "encoded" ? "content_encoded" : part.Name.NamespaceName == Media && name == "content" ? "media_content" : name;
    }

    private static string? TextOf(XElement part, string name) => name switch
    {
        "link" when part.Attribute("href") is { } href => part.Attribute("rel")?.Value is null or "alternate" ? href.Value.Trim() : null,
        "category" when part.Attribute("term") is { } term => term.Value.Trim(),
        "media_content" or "thumbnail" or "enclosure" => null,
        _ when part.HasElements && part.Attribute("type")?.Value != "xhtml" => null,
        _ => part.Value.Trim(),
    };

    private static ItemImage? PictureOf(XElement part, string name)
    {
        var isPicture = name switch
        {
            "enclosure" => IsImage(part),
            "media_content" => part.Attribute("medium")?.Value == "image" || IsImage(part),
            "thumbnail" => true,
            "link" => part.Attribute("rel")?.Value == "enclosure" && IsImage(part),
            "image" => part.Attribute("href") is not null,
            _ => false,
        };
        return isPicture && UrlOf(part) is { Length: > 0 } url ? new ItemImage(url, Number(part, "width"), Number(part, "height")) : null;
    }

    private static string? UrlOf(XElement part) => (part.Attribute("url") ?? part.Attribute("href"))?.Value.Trim();

    private static bool IsImage(XElement part) => part.Attribute("type")?.Value is { Length: > 0 } type
        ? type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
        : UrlOf(part) is { } url && Path.GetExtension(url.Split('?')[0]).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".webp";

    private static bool IsVideo(XElement part) =>
        part.Attribute("type")?.Value.StartsWith("video/", StringComparison.OrdinalIgnoreCase) == true && UrlOf(part) is { Length: > 0 };

    private static int? Number(XElement part, string name) =>
        int.TryParse(part.Attribute(name)?.Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? InContent(Dictionary<string, string> fields) => Contents
        .Select(name => fields.TryGetValue(name, out var html) ? ContentImages.First(html) : null)
        .FirstOrDefault(url => url is not null);
}

using System.Globalization;

namespace Connector.Imports.Reading;

/// <summary>Finds out when an item says that it was changed, or published.</summary>
internal static class ItemDates
{
    // The last of them counts: an item that was changed is as new as its change.
    private static readonly string[] Fields =
        ["lastmod", "updated_at", "updated", "modified", "date_modified", "published_at", "published", "pubdate", "date_published", "date",
            "created_at"];

    // What the rules for dates in mail and feeds allow, and the framework does not read.
    private static readonly Dictionary<string, string> Zones = new()
    {
        ["UTC"] = "+00:00",
        ["UT"] = "+00:00",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
    };

    /// <summary>Null when it has no date that can be read.</summary>
    public static DateTimeOffset? Of(ImportItem item) => Fields.Select(name => Read(item.Value(name))).Max();

    internal static DateTimeOffset? Read(string? text)
    {
        // A column of that name may say something else, such as true.
        if (text is not { Length: >= 7 and <= 50 }) return null;

        var zone = text[(text.LastIndexOf(' ') + 1)..];
        if (Zones.TryGetValue(zone, out var offset)) text = text[..^zone.Length] + offset;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && at.Year is > 1970 and < 9000
                ? at.ToUniversalTime()
                : null;
    }
}

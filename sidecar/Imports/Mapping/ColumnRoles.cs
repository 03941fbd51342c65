using Connector.Imports.Reading;

namespace Connector.Imports.Mapping;

/// <summary>Which column means what: the mapping says so, else the usual names of the formats that are read.</summary>
internal sealed class ColumnRoles
{
    public const string Key = "key", Title = "title", Description = "description", Link = "link", Image = "image", Video = "video",
        Cover = "cover", Board = "board", Section = "section", Category = "category", Tags = "tags", Price = "price",
        Availability = "availability", Published = "published", PublishAt = "publish_at", EventDate = "event_date",
        LeadDays = "lead_days", AltText = "alt_text";

    // In the order in which they are looked at: the first that has a value counts.
    private static readonly Dictionary<string, string[]> Usual = new()
    {
        [Key] = ["key", "sku", "guid", "id", "product_id", "item_id", "offer_id", "handle", "variant_sku"],
        [Title] = ["title", "pin_title", "name", "product_title", "product_name", "headline"],
        [Description] =
        [
            "pin_description", "short_description", "description", "summary", "excerpt", "body_html", "body", "content", "content_encoded",
            "content_html", "content_text",
        ],
        [Link] = ["link", "link_url", "url", "permalink", "product_url", "external_url", "destination_link", "page_url"],
        [Image] =
        [
            "image", "image_url", "image_link", "images", "image_src", "media_url", "photo", "picture", "featured_image", "enclosure",
            "additional_image_link", "variant_image",
        ],
        [Video] = ["video", "video_url", "video_link"],
        [Cover] = ["cover", "cover_image_url", "thumbnail"],
        [Board] = ["board", "pinterest_board", "board_name", "board_id"],
        [Section] = ["section", "board_section", "pinterest_section"],
        [Category] =
        [
            "category", "categories", "product_category", "product_type", "type", "google_product_category", "custom_product_type",
        ],
        [Tags] = ["tags", "keywords", "labels", "tag"],
        [Price] = ["price", "sale_price", "regular_price", "variant_price"],
        [Availability] = ["availability", "in_stock", "stock_status", "stock_availability", "available", "is_in_stock"],
        [Published] = ["published", "status", "visibility", "visibility_in_catalog"],
        [PublishAt] = ["publish_at", "publish_date", "scheduled_at", "schedule_date"],
        [EventDate] = ["event_date"],
        [LeadDays] = ["lead_days"],
        [AltText] = ["alt_text", "image_alt_text", "alt", "image_alt"],
    };

    private readonly IReadOnlyDictionary<string, string> _given;
    private readonly Dictionary<string, string[]> _columns;

    public ColumnRoles(IReadOnlyDictionary<string, string>? given)
    {
        _given = given ?? new Dictionary<string, string>();
        _columns = Usual.ToDictionary(
            role => role.Key, role => _given.TryGetValue(role.Key, out var column) ? [ColumnNames.Plain(column)] : role.Value);
    }

    public static IReadOnlyCollection<string> All => Usual.Keys;

    /// <summary>Whether the mapping says which column means it.</summary>
    public bool IsGiven(string role) => _given.ContainsKey(role);

    /// <summary>A column that means it in every file with this mapping.</summary>
    public string NameOf(string role) => _given.TryGetValue(role, out var column) ? column : role;

    /// <summary>Whether a column of that plain name means anything.</summary>
    public bool Knows(string plainName) => _columns.Values.Any(names => names.Contains(plainName));

    /// <summary>What an item has for it; null when it has nothing.</summary>
    public string? Of(ImportItem item, string role) => Array.Find(_columns[role], name => item.Value(name) is not null) is { } column
        ? item.Value(column)
        : null;

    /// <summary>The values of every column that means it.</summary>
    public IEnumerable<string> AllOf(ImportItem item, string role) => _columns[role].Select(item.Value).OfType<string>();
}

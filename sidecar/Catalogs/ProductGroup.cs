using System.Text.Json;

namespace Connector.Catalogs;

/// <summary>A group of products of a catalog.</summary>
public sealed record ProductGroup
{
    public required string Id { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? CatalogId { get; init; }
    /// <summary>RETAIL, HOTEL or CREATIVE_ASSETS.</summary>
    public string? CatalogType { get; init; }
    /// <summary>The feed whose products it is of; null for a group of the whole catalog.</summary>
    public string? FeedId { get; init; }
    public string? Country { get; init; }
    public string? Locale { get; init; }
    /// <summary>Pinterest's word, such as ACTIVE.</summary>
    public string? Status { get; init; }
    /// <summary>Who made it, in Pinterest's word, such as MERCHANT_CREATED.</summary>
    public string? Type { get; init; }
    /// <summary>Which products are in it, by Pinterest's names.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Filters { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
}

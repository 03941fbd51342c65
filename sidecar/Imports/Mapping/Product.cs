using Connector.Imports.Reading;

namespace Connector.Imports.Mapping;

/// <summary>What an item says, by what it means: a product of a shop, a post of a blog, or a pin that somebody wrote down.</summary>
internal sealed record Product
{
    public required ImportItem Item { get; init; }
    public string? Key { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? Link { get; init; }
    public string? Board { get; init; }
    public string? Section { get; init; }
    public string? AltText { get; init; }
    public string? Video { get; init; }
    public string? Cover { get; init; }
    public string? PublishAt { get; init; }
    public string? EventDate { get; init; }
    public string? LeadDays { get; init; }
    public string? PriceText { get; init; }
    public decimal? Price { get; init; }
    public bool? IsInStock { get; init; }
    public bool IsUnpublished { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<ItemImage> Images { get; init; } = [];
}

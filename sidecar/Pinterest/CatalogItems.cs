using System.Text.Json;

namespace Connector.Pinterest;

/// <summary>Items for one batch; at most <see cref="Most"/> of them.</summary>
internal sealed record ItemBatchRequest(string Country, string Language, string? CatalogId, JsonElement Items)
{
    /// <summary>Pinterest's maxItems.</summary>
    public const int Most = 1000;

    public string CatalogType { get; } = "RETAIL";
}

/// <summary>How far a batch of items is.</summary>
internal sealed record ItemBatch
{
    public const string Processing = "PROCESSING", Completed = "COMPLETED", Failed = "FAILED";

    public string? BatchId { get; init; }
    public string? Status { get; init; }
    public IReadOnlyList<ItemRecord?> Items { get; init => field = value ?? []; } = [];
}

/// <summary>What became of one item.</summary>
internal sealed record ItemRecord
{
    public string? ItemId { get; init; }
    public string? Status { get; init; }
    public IReadOnlyList<ItemEvent?> Errors { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ItemEvent?> Warnings { get; init => field = value ?? []; } = [];
}

/// <summary>What Pinterest says about an attribute of an item.</summary>
internal sealed record ItemEvent
{
    public string? Attribute { get; init; }
    public int? Code { get; init; }
    public string? Message { get; init; }
}

/// <summary>Which items of a catalog.</summary>
internal sealed record ItemsQuery(string Country, string Language, ItemsFilter Filters);

/// <summary>The ids of the items.</summary>
internal sealed record ItemsFilter(string? CatalogId, IReadOnlyList<string> ItemIds)
{
    public string CatalogType { get; } = "RETAIL";
}

/// <summary>Items as Pinterest has them.</summary>
internal sealed record FoundItems
{
    public IReadOnlyList<PinterestItem?> Items { get; init => field = value ?? []; } = [];
}

/// <summary>An item as Pinterest has it, or why there is none.</summary>
internal sealed record PinterestItem
{
    public string? ItemId { get; init; }
    public JsonElement? Attributes { get; init; }
    public IReadOnlyList<PinterestItemPin?> Pins { get; init => field = value ?? []; } = [];
    public IReadOnlyList<ItemEvent?> Errors { get; init => field = value ?? []; } = [];
}

/// <summary>The pin of an item.</summary>
internal sealed record PinterestItemPin
{
    public string? Id { get; init; }
}

using System.Text.Json;

namespace Connector.Pinterest;

/// <summary>A group of products of a catalog.</summary>
internal sealed record PinterestGroup
{
    public string Id { get; init; } = "";
    public string? CatalogId { get; init; }
    public string? CatalogType { get; init; }
    public string? FeedId { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? Country { get; init; }
    public string? Locale { get; init; }
    public string? Status { get; init; }
    public string? Type { get; init; }
    public JsonElement? Filters { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? CreatedAt { get; init; }
    public long? UpdatedAt { get; init; }
}

/// <summary>How many products a group has.</summary>
internal sealed record PinterestGroupCounts
{
    public long? InStock { get; init; }
    public long? OutOfStock { get; init; }
    public long? Preorder { get; init; }
    public long? Total { get; init; }
    public long? Videos { get; init; }
}

/// <summary>A product of a group, with its pin.</summary>
internal sealed record PinterestProduct
{
    public PinterestProductData? Metadata { get; init; }
    public PinterestProductPin? Pin { get; init; }
}

/// <summary>What the shop says of a product.</summary>
internal sealed record PinterestProductData
{
    public string? ItemId { get; init; }
    public string? ItemGroupId { get; init; }
    public string? Availability { get; init; }
    public decimal? Price { get; init; }
    public decimal? SalePrice { get; init; }
    public string? Currency { get; init; }
}

/// <summary>The pin of a product.</summary>
internal sealed record PinterestProductPin(string? Id, string? Title, string? Link);

/// <summary>By which a report is asked for.</summary>
internal sealed record ReportToken(string? Token);

/// <summary>A report, once it is made.</summary>
internal sealed record PinterestReport
{
    public string? ReportStatus { get; init; }
    public string? Url { get; init; }
    public decimal? Size { get; init; }
}

/// <summary>How often something is wrong in a catalog.</summary>
internal sealed record PinterestReportCount
{
    public string? CatalogId { get; init; }
    public int? Code { get; init; }
    public string? CodeLabel { get; init; }
    public string? Message { get; init; }
    public long? Occurrences { get; init; }
    public string? Severity { get; init; }
    public bool? IneligibleForAds { get; init; }
    public bool? IneligibleForOrganic { get; init; }
}

/// <summary>What a report is about.</summary>
internal sealed record ReportQuery(string ReportType, string? CatalogId, string? FeedId, string? ProcessingResultId);

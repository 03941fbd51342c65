namespace Connector.Pinterest;

/// <summary>A catalog of products.</summary>
internal sealed record Catalog
{
    public string Id { get; init; } = "";
    public string? Name { get; init; }
    public string? CatalogType { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>A file of products that Pinterest fetches again and again.</summary>
internal sealed record CatalogFeed
{
    public string Id { get; init; } = "";
    public string? CatalogId { get; init; }
    public string? CatalogType { get; init; }
    public string? Name { get; init; }
    public string? Format { get; init; }
    public string? Location { get; init; }
    public string? Status { get; init; }
    public string? DefaultCountry { get; init; }
    public string? DefaultLocale { get; init; }
    public string? DefaultCurrency { get; init; }
    public string? DefaultAvailability { get; init; }
    public FeedSchedule? PreferredProcessingSchedule { get; init; }

    /// <summary>What Pinterest fetches it with; its password is never read.</summary>
    public FeedLogin? Credentials { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>Who Pinterest says that it is when it fetches a feed.</summary>
internal sealed record FeedLogin(string? Username);

/// <summary>When Pinterest is to process a feed each day.</summary>
internal sealed record FeedSchedule(string? Time, string? Timezone);

/// <summary>How one processing of a feed went.</summary>
internal sealed record FeedResult
{
    public string Id { get; init; } = "";

    /// <summary><c>PROCESSING</c>, <c>COMPLETED</c> or <c>FAILED</c>.</summary>
    public string? Status { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public FeedFindings? IngestionDetails { get; init; }
    public FeedFindings? ValidationDetails { get; init; }
    public FeedProducts? ProductCounts { get; init; }
}

/// <summary>How many items each thing was found with; the same thing comes twice as both an error and a warning.</summary>
internal sealed record FeedFindings
{
    public Dictionary<string, long?> Errors { get; init => field = value ?? []; } = [];
    public Dictionary<string, long?> Warnings { get; init => field = value ?? []; } = [];
    public Dictionary<string, long?> Info { get; init => field = value ?? []; } = [];
}

/// <summary>How many products a feed has, and how many were taken.</summary>
internal sealed record FeedProducts(long? Original, long? Ingested);

/// <summary>A processing that was begun.</summary>
internal sealed record FeedIngestion
{
    public string Id { get; init; } = "";
    public string? FeedId { get; init; }
    public string? Status { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>What is wrong with one item of a feed.</summary>
internal sealed record FeedItemIssues
{
    public string? ItemId { get; init; }

    /// <summary>0 for the first item of the file.</summary>
    public long? ItemNumber { get; init; }
    public Dictionary<string, FeedItemIssue?> Errors { get; init => field = value ?? []; } = [];
    public Dictionary<string, FeedItemIssue?> Warnings { get; init => field = value ?? []; } = [];
}

/// <summary>Which attribute is wrong, and what it was.</summary>
internal sealed record FeedItemIssue(string? AttributeName, string? ProvidedValue);

/// <summary>Which issues of items; Pinterest takes one of the two at a time.</summary>
internal sealed record FeedIssuesQuery(IReadOnlyList<int> ItemNumbers, string? Issue);

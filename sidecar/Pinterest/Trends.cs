namespace Connector.Pinterest;

/// <summary>Which trending keywords; an empty list does not filter.</summary>
internal sealed record TrendsQuery(string Region, string Type)
{
    public IReadOnlyList<string> Interests { get; init; } = [];
    public IReadOnlyList<string> Genders { get; init; } = [];
    public IReadOnlyList<string> Ages { get; init; } = [];
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The highest number of all keywords is 100, and not that of each.</summary>
    public bool Together { get; init; }
    public int Limit { get; init; } = 50;
}

/// <summary>The keywords, the first one the most.</summary>
internal sealed record TrendingKeywords
{
    public IReadOnlyList<TrendingKeyword?> Trends { get; init => field = value ?? []; } = [];
}

/// <summary>How much one keyword is searched.</summary>
internal sealed record TrendingKeyword
{
    public string? Keyword { get; init; }
    public decimal? PctGrowthWow { get; init; }
    public decimal? PctGrowthMom { get; init; }
    public decimal? PctGrowthYoy { get; init; }

    /// <summary>From 0 to 100, by the day that ends the week.</summary>
    public Dictionary<string, decimal?> TimeSeries { get; init => field = value ?? []; } = [];
}

/// <summary>The topics of one interest.</summary>
internal sealed record FeaturedTopics
{
    public string? Interest { get; init; }
    public IReadOnlyList<FeaturedTopic?> Trends { get; init => field = value ?? []; } = [];
}

/// <summary>A topic that trends.</summary>
internal sealed record FeaturedTopic
{
    public string? Title { get; init; }
    public string? Description { get; init; }
    public decimal? PercentGrowthMom { get; init; }
    public IReadOnlyList<string?> RelatedInterests { get; init => field = value ?? []; } = [];
    public IReadOnlyList<string?> RelatedSearches { get; init => field = value ?? []; } = [];
}

/// <summary>Which categories of products grow; an empty list does not filter.</summary>
internal sealed record CategoriesQuery(string Region)
{
    public IReadOnlyList<string> Verticals { get; init; } = [];
    public IReadOnlyList<string> Ages { get; init; } = [];
    public IReadOnlyList<string> Genders { get; init; } = [];
    public string? EngagementType { get; init; }
}

/// <summary>A category of products that grows.</summary>
internal sealed record TrendingCategory
{
    public string? ProductCategory { get; init; }
    public string? EngagementType { get; init; }
    public decimal? PctChangeMom { get; init; }
    public decimal? PercentRelativeVolume { get; init; }
    public IReadOnlyList<string?> Verticals { get; init => field = value ?? []; } = [];
}

using Connector.Audience.Reading;

namespace Connector.Audience;

/// <summary>Categories of products that grow, the first one the most.</summary>
public sealed record CategoryTable : IAudienceTable<CategoryRow>
{
    /// <summary>Empty when nothing grows that fits.</summary>
    public required IReadOnlyList<CategoryRow> Items { get; init; }
    /// <summary>US, GB+IE or CA.</summary>
    public required string Region { get; init; }
}

/// <summary>A category of products.</summary>
public sealed record CategoryRow
{
    /// <summary>1 is the category that grows most.</summary>
    public required int Rank { get; init; }
    /// <summary>Pinterest's name of it, in lower case, such as accent_tables.</summary>
    public required string Category { get; init; }
    /// <summary>Growth in per cent against the month before.</summary>
    public decimal? GrowthMonth { get; init; }
    /// <summary>How much it is looked for, in per cent of the category that is most.</summary>
    public decimal? RelativeVolume { get; init; }
    /// <summary>What is counted: engagement, outbound_click or save.</summary>
    public string? Engagement { get; init; }
    /// <summary>fashion, home_decor or beauty.</summary>
    public required IReadOnlyList<string> Verticals { get; init; }
}

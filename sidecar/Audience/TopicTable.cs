using Connector.Audience.Reading;

namespace Connector.Audience;

/// <summary>Topics that trend, the first of each interest the most.</summary>
public sealed record TopicTable : IAudienceTable<TopicRow>
{
    /// <summary>Empty when nothing trends.</summary>
    public required IReadOnlyList<TopicRow> Items { get; init; }
    /// <summary>US, GB+IE or CA.</summary>
    public required string Region { get; init; }
}

/// <summary>A topic.</summary>
public sealed record TopicRow
{
    /// <summary>Of which interest, in lower case.</summary>
    public required string Interest { get; init; }
    /// <summary>1 is the first of its interest.</summary>
    public required int Rank { get; init; }
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }
    /// <summary>What it is about.</summary>
    public string? Description { get; init; }
    /// <summary>Growth in per cent against the month before.</summary>
    public decimal? GrowthMonth { get; init; }
    /// <summary>What people search who are interested in it.</summary>
    public required IReadOnlyList<string> RelatedSearches { get; init; }
    /// <summary>What else they are interested in.</summary>
    public required IReadOnlyList<string> RelatedInterests { get; init; }
}

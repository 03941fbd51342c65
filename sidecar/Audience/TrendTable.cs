using Connector.Audience.Reading;
using Connector.Http;

namespace Connector.Audience;

/// <summary>Keywords that trend, the first one the most.</summary>
public sealed record TrendTable : IAudienceTable<TrendRow>
{
    /// <summary>Empty when nothing trends that fits.</summary>
    public required IReadOnlyList<TrendRow> Items { get; init; }
    /// <summary>Countries joined by +.</summary>
    public required string Region { get; init; }
    /// <summary>How they trend.</summary>
    [OneOf(typeof(TrendType))]
    public required string Type { get; init; }
}

/// <summary>A keyword, or one week of it; a number that is not known is null, never 0.</summary>
public sealed record TrendRow
{
    /// <summary>1 is the keyword that trends most.</summary>
    public required int Rank { get; init; }
    /// <summary>What people search.</summary>
    public required string Keyword { get; init; }
    /// <summary>Growth in per cent against the week before; 10001 stands for more than 10000.</summary>
    public decimal? GrowthWeek { get; init; }
    /// <summary>The same against the month before.</summary>
    public decimal? GrowthMonth { get; init; }
    /// <summary>The same against the year before.</summary>
    public decimal? GrowthYear { get; init; }
    /// <summary>The last day of the week, with granularity=week; else null.</summary>
    public DateOnly? WeekEnding { get; init; }
    /// <summary>How much it was searched in that week, from 0 to 100.</summary>
    public decimal? Volume { get; init; }
}

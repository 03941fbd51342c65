using Connector.Audience.Reading;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Audience;

/// <summary>Whose insights.</summary>
internal static class AudienceType
{
    public static readonly IReadOnlyList<string> All = [.. TrendValues.AudienceTypes.Select(type => type.ToLowerInvariant())];
}

/// <summary>What a row of an audience is about.</summary>
internal static class AudienceGroup
{
    public static readonly IReadOnlyList<string> All = ["interest", "age", "country", "device", "gender", "metro"];
}

/// <summary>What an audience is like, as flat rows.</summary>
public sealed record AudienceTable : IAudienceTable<AudienceRow>
{
    /// <summary>Empty when the audience is too small for Pinterest to tell.</summary>
    public required IReadOnlyList<AudienceRow> Items { get; init; }
    /// <summary>Whose insights.</summary>
    [OneOf(typeof(AudienceType))]
    public required string Audience { get; init; }
    /// <summary>Of which day.</summary>
    public string? Date { get; init; }
    /// <summary>How many people.</summary>
    public decimal? Size { get; init; }
    /// <summary>Whether the size is rounded up to the next bound.</summary>
    public bool? SizeIsUpperBound { get; init; }
}

/// <summary>A part of the audience; a number that is not known is null, never 0.</summary>
public sealed record AudienceRow
{
    /// <summary>What the row is about.</summary>
    [OneOf(typeof(AudienceGroup))]
    public required string Group { get; init; }
    /// <summary>Pinterest's key.</summary>
    public string? Key { get; init; }
    /// <summary>What it is called.</summary>
    public string? Name { get; init; }
    /// <summary>Of an interest that is a part of another: the key of that one.</summary>
    public string? Within { get; init; }
    /// <summary>Its share of the audience, from 0 to 1.</summary>
    public decimal? Ratio { get; init; }
    /// <summary>Of an interest: how it compares with all of Pinterest; more than 1 is more.</summary>
    public decimal? Index { get; init; }
}

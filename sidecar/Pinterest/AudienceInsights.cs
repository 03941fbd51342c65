namespace Connector.Pinterest;

/// <summary>What an ad account's audience is like.</summary>
internal sealed record AudienceInsights
{
    public string? Date { get; init; }
    public decimal? Size { get; init; }
    public bool? SizeIsUpperBound { get; init; }
    public IReadOnlyList<AudienceShare?> Categories { get; init => field = value ?? []; } = [];
    public AudienceDemographics? Demographics { get; init; }
}

/// <summary>Who they are.</summary>
internal sealed record AudienceDemographics
{
    public IReadOnlyList<AudienceShare?> Ages { get; init => field = value ?? []; } = [];
    public IReadOnlyList<AudienceShare?> Countries { get; init => field = value ?? []; } = [];
    public IReadOnlyList<AudienceShare?> Devices { get; init => field = value ?? []; } = [];
    public IReadOnlyList<AudienceShare?> Genders { get; init => field = value ?? []; } = [];
    public IReadOnlyList<AudienceShare?> Metros { get; init => field = value ?? []; } = [];
}

/// <summary>A part of the audience; interests also say how it compares with all of Pinterest, and what they consist of.</summary>
internal sealed record AudienceShare
{
    public string? Key { get; init; }
    public string? Name { get; init; }
    public decimal? Ratio { get; init; }
    public decimal? Index { get; init; }
    public IReadOnlyList<AudienceShare?> Subcategories { get; init => field = value ?? []; } = [];
}

/// <summary>The audiences that there are insights of.</summary>
internal sealed record AudienceList
{
    public IReadOnlyList<AudienceKind?> Items { get; init => field = value ?? []; } = [];
}

/// <summary>An audience by what it did, and on whose pins.</summary>
internal sealed record AudienceKind
{
    public string? Scope { get; init; }
    public string? Type { get; init; }
    public string? Date { get; init; }
}

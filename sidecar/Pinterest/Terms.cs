namespace Connector.Pinterest;

/// <summary>Terms that Pinterest finds related to those asked for.</summary>
internal sealed record RelatedTerms
{
    public IReadOnlyList<RelatedTermList?> RelatedTermsList { get; init => field = value ?? []; } = [];
}

/// <summary>What is related to one term.</summary>
internal sealed record RelatedTermList
{
    public string? Term { get; init; }
    public IReadOnlyList<string?> RelatedTerms { get; init => field = value ?? []; } = [];
}

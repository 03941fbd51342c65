namespace Connector.Catalogs;

/// <summary>How one processing of a feed went; a number that is not known is null, never 0.</summary>
public sealed record FeedRun
{
    /// <summary>Pinterest's id of it.</summary>
    public required string ResultId { get; init; }
    /// <summary>processing, completed or failed.</summary>
    public string? Status { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    /// <summary>How many products the file has.</summary>
    public long? Products { get; init; }
    /// <summary>How many of them Pinterest took.</summary>
    public long? Ingested { get; init; }
    /// <summary>What was found, errors first, then by how many items have it.</summary>
    public required IReadOnlyList<FeedFinding> Findings { get; init; }
}

/// <summary>Something that was found in a feed.</summary>
/// <param name="Severity">error: the items are not taken. warning: they are, with less.</param>
/// <param name="Code">Pinterest's code, such as TITLE_MISSING.</param>
/// <param name="Items">How many items have it, as Pinterest counts.</param>
/// <param name="WhatToDo">What to do about it.</param>
public sealed record FeedFinding(string Severity, string Code, long? Items, string WhatToDo);

namespace Connector.Sources;

/// <summary>A row of <c>source_items</c>.</summary>
internal sealed record SourceItemRow
{
    public string SourceId { get; init; } = "";
    public string Key { get; init; } = "";
    public string State { get; init; } = "";
    public string? StateBefore { get; init; }
    public string? PinId { get; init; }
    public string? Content { get; init; }
    public string? Problem { get; init; }
    public DateTimeOffset? DatedAt { get; init; }
    public long Missing { get; init; }
    public DateTimeOffset FirstSeenAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
}

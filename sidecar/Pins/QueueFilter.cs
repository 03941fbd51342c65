namespace Connector.Pins;

/// <summary>Which pins a page of the queue has.</summary>
internal sealed record QueueFilter
{
    /// <summary>Of these accounts, which the caller sees.</summary>
    public required IReadOnlyList<string> AccountIds { get; init; }

    /// <summary>One status; null for all that wait.</summary>
    public string? Status { get; init; }

    /// <summary>To one of these boards; null for any.</summary>
    public IReadOnlyList<string>? BoardIds { get; init; }

    /// <summary>Stands in the title, the link or the metadata, in capitals or not.</summary>
    public string? Text { get; init; }

    /// <summary>Expected to go, or gone, from then on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Expected to go, or gone, before then.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>Few of the pins that are looked at may be meant.</summary>
    public bool IsNarrow =>
        Text is not null || BoardIds is not null || Status is PinStatus.Queued or PinStatus.Published or PinStatus.Canceled;
}

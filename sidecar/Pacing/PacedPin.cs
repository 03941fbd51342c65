namespace Connector.Pacing;

/// <summary>What pacing needs to know of a pin.</summary>
internal record PacedPin
{
    public string Id { get; init; } = "";
    public string BoardId { get; init; } = "";
    public string? LinkUrl { get; init; }
    public string? LinkDomain { get; init; }
    public long Priority { get; init; }

    /// <summary>Its position among pins of its priority: when it was to be published, or was accepted.</summary>
    public DateTimeOffset PlaceAt { get; init; }

    /// <summary>The time before which it is not published.</summary>
    public DateTimeOffset DueAt { get; init; }

    public PinPlace Place => new(-Priority, PlaceAt.UtcTicks, Id);
}

/// <summary>The order of a queue: the higher priority first, then the older, then the smaller id.</summary>
internal readonly record struct PinPlace(long Rank, long Ticks, string Id) : IComparable<PinPlace>
{
    public int CompareTo(PinPlace other)
    {
        var rank = Rank.CompareTo(other.Rank);
        if (rank != 0) return rank;

        var ticks = Ticks.CompareTo(other.Ticks);
        return ticks != 0 ? ticks : string.CompareOrdinal(Id, other.Id);
    }
}

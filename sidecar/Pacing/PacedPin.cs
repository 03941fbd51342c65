namespace Connector.Pacing;

/// <summary>What pacing needs to know of a pin.</summary>
internal record PacedPin
{
    public string Id { get; init; } = "";
    public string BoardId { get; init; } = "";
    public string? LinkUrl { get; init; }
    public string? LinkDomain { get; init; }
    public long Priority { get; init; }

    /// <summary>Its place among those of its priority: when it was wanted, or accepted.</summary>
    public DateTimeOffset PlaceAt { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset DueAt { get; init; }

    public PinPlace Place => new(-Priority, PlaceAt.UtcTicks, Id);
}

/// <summary>Who goes first: the higher priority, then the older, then the smaller id.</summary>
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

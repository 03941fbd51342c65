namespace Connector.Catalogs.Feeds;

/// <summary>A row of <c>feed_watches</c>.</summary>
internal sealed record FeedWatchRow
{
    public string WorkspaceId { get; init; } = "";
    public string AccountId { get; init; } = "";
    public string FeedId { get; init; } = "";
    public string? AdAccountId { get; init; }
    public DateTimeOffset Since { get; init; }
    public string Seen { get; init; } = "";
    public long Asked { get; init; }
    public DateTimeOffset? BusySince { get; init; }
    public DateTimeOffset? LastLookedAt { get; init; }
    public DateTimeOffset NextLookAt { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    public string? ErrorRemediation { get; init; }
    public long Changes { get; init; }
    public string? Owner { get; init; }
    public DateTimeOffset? LeasedUntil { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public string Key => $"{AccountId} {FeedId}";
}

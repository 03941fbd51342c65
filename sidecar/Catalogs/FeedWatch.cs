using Connector.Catalogs.Feeds;

namespace Connector.Catalogs;

/// <summary>How a feed is watched: the events catalog.feed_processed and catalog.feed_failed tell how each processing ended.</summary>
public sealed record FeedWatch
{
    /// <summary>Pinterest's id of the feed.</summary>
    public required string FeedId { get; init; }
    public required string AccountId { get; init; }
    /// <summary>When Pinterest is asked next: after 15 minutes while it processes the feed, else after an hour.</summary>
    public required DateTimeOffset NextLookAt { get; init; }
    /// <summary>When it was last asked; null until it was.</summary>
    public DateTimeOffset? LastLookedAt { get; init; }
    /// <summary>Since when Pinterest processes it, as far as the connector saw; null when it does not.</summary>
    public DateTimeOffset? ProcessingSince { get; init; }
    /// <summary>Why Pinterest could not be asked last; null when it could.</summary>
    public FeedWatchError? LastError { get; init; }

    internal static FeedWatch From(FeedWatchRow row) => new()
    {
        FeedId = row.FeedId,
        AccountId = row.AccountId,
        NextLookAt = row.NextLookAt,
        LastLookedAt = row.LastLookedAt,
        ProcessingSince = row.BusySince,
        LastError = row.ErrorCode is { } code ? new FeedWatchError(code, row.ErrorMessage ?? "", row.ErrorRemediation) : null,
    };
}

/// <summary>Why a feed could not be looked at; it is tried again.</summary>
public sealed record FeedWatchError(string Code, string Message, string? Remediation);

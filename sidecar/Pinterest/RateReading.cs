namespace Connector.Pinterest;

/// <summary>One limit Pinterest names in its headers: so many calls in such a window.</summary>
internal sealed record RateBucket(int Limit, TimeSpan Window, string? Name);

/// <summary>
/// What one answer said about rates; <paramref name="Remaining"/> and <paramref name="ResetIn"/> are those of the bucket nearest to
/// exhaustion.
/// </summary>
/// <param name="Buckets">Every bucket named.</param>
/// <param name="Remaining">Calls left.</param>
/// <param name="ResetIn">Until the bucket is full again.</param>
/// <param name="RetryAfter">How long Pinterest asked to wait.</param>
/// <param name="Refused">The answer was a 429 that is a rate limit, not a blocked link and not a spam block.</param>
internal sealed record RateReading(IReadOnlyList<RateBucket> Buckets, int? Remaining, TimeSpan? ResetIn, TimeSpan? RetryAfter, bool Refused)
{
    /// <summary>When the answer began: by then Pinterest had counted the call, however long the rest took.</summary>
    public required DateTimeOffset At { get; init; }
}

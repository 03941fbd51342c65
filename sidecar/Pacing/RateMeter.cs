using Connector.Http;
using Connector.Pacing.Cadence;
using Connector.Pacing.Limits;

namespace Connector.Pacing;

/// <summary>How fast an account may publish right now, what stops it, and when its queue will be empty.</summary>
public sealed record RateMeter
{
    public required string AccountId { get; init; }
    /// <summary>trial or standard: Pinterest's access tier of the app.</summary>
    [OneOf("AccessTier", "trial", "standard")]
    public required string Tier { get; init; }
    public bool CanPublishNow { get; init; }
    /// <summary>When the next pin can go out; null while the account is held.</summary>
    public DateTimeOffset? NextPublishAt { get; init; }
    public PaceBlock? BlockedBy { get; init; }
    public required IReadOnlyList<RateWindow> Windows { get; init; }
    public required QueueState Queue { get; init; }
}

/// <summary>What stops an account: code pace or account_hold, the rule, and a sentence.</summary>
public sealed record PaceBlock([property: OneOf("PaceBlockCode", "pace", "account_hold")] string Code, string? Rule, string Message);

/// <summary>
/// One limit and what is left of it, the safety margin taken off. Scope is account, or app when the app's accounts share it; source is
/// published, setting or header (by Pinterest's last answers).
/// </summary>
public sealed record RateWindow(
    string Rule,
    [property: OneOf("RateScope", "account", "app")] string Scope,
    int Limit,
    int Remaining,
    long WindowSeconds,
    DateTimeOffset ResetsAt,
    [property: OneOf("RateSource", "published", "setting", "header")] string Source)
{
    internal static RateWindow Of(CallWindow window, AccountPace pace, DateTimeOffset now)
    {
        var learned = window.Limit.Category is { } category ? pace.Learned(category).Tightest(now) : null;
        var own = window.Remaining(pace.Margin, now);
        var isTighter = learned is not null && learned.Remaining < own;
        return new RateWindow(
            window.Limit.Rule,
            window.Limit.Scope,
            window.Allowed(now),
            isTighter ? learned!.Remaining : own,
            (long)window.Limit.Window.TotalSeconds,
            isTighter ? learned!.ResetsAt : window.ResetsAt(now),
            isTighter || window.IsLowered(now) ? "header" : window.Limit.Source);
    }

    internal static RateWindow Of(PinsPerDay rule, AccountPace pace, DateTimeOffset now)
    {
        var counted = pace.Cadence.Counted(rule, now);
        var remaining = Math.Max(0, rule.Count - counted.Count);
        var resetsAt = counted.Count > 0 ? counted[0].At + rule.Span : now;
        return new RateWindow(rule.Name, "account", rule.Count, remaining, (long)rule.Span.TotalSeconds, resetsAt, "setting");
    }
}

/// <summary>
/// What waits in an account's queue, and when the last of it is expected to be out (null when nothing waits or the account is held). Pins
/// that await approval are counted by themselves: they join the queue when they are approved.
/// </summary>
public sealed record QueueState(
    long Queued, long Scheduled, long Publishing, long Unconfirmed, long AwaitingApproval, DateTimeOffset? DrainedAt);

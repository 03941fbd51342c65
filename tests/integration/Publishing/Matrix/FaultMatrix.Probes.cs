namespace Connector.Tests.Publishing.Matrix;

internal static partial class FaultMatrix
{
    /// <summary>
    /// The account is held for an hour, and the fault strikes the call that finds out whether it may go on: it goes on then, or at the
    /// next.
    /// </summary>
    private static IEnumerable<PinCase> Probes =>
    [
        .. new[] { "accept_then_drop", "error_after_create", "drop_before_read", "truncated_body", "server_error" }
            .SelectMany(fault => new[] { Probed(fault), Probed(fault, 3) }),
        Probed("slow_headers", 1, Case.Late), Probed("slow_body", 1, Case.Late),
        Probed("slow_headers", 3, Case.TooLate), Probed("slow_body", 3, Case.TooLate),
        Probed("html"), Probed("no_id"), Probed("rate_limited", 1, 60), Probed("rate_limited", 1, 7200) with { Headers = false },
        Probed("token_expired"),
        Probed("token_expired", 2) with { Held = "capability_unavailable, reconnect_required" },
        Probed("spam_blocked"), Probed("scope_missing"), Probed("forbidden"), Probed("data_access_denied"),
        Probed("feature_restricted"), Probed("app_not_approved"),
    ];

    private static PinCase Probed(string fault, int times = 1, double? seconds = null) => new(Point.ProbeAfterHold, fault, times, seconds)
    {
        WaitsFor = "account_hold",
        Held = "capability_unavailable",
        Attempts = "refused, accepted",
    };
}

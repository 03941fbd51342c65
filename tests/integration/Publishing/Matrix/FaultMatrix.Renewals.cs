using Connector.Simulator.Faults;

namespace Connector.Tests.Publishing.Matrix;

internal static partial class FaultMatrix
{
    private static FaultRule Grace => new("", "refresh_grace") { Operation = "refresh_token", Times = 1, Seconds = 3600 };
    private static FaultRule Twice => new("", "refresh_twice") { Operation = "refresh_token", Times = 1, Seconds = 3600 };

    /// <summary>A token is renewed while it is still good, after it ran out, or because Pinterest refused it.</summary>
    private static IEnumerable<PinCase> RenewalsAt(Point point)
    {
        var refused = point == Point.RenewAfterRefusal ? "refused" : "not_sent";
        return
        [
            Renewed("slow_headers", Case.Late), Renewed("slow_body", Case.Late), Renewed("refresh_grace"), Renewed("refresh_twice"),

            // Refused for good: somebody must connect the account again, and the pin waits for that.
            Dead("refresh_refused"), Dead("token_expired"),

            // No new tokens, and the old ones are as they were.
            Again("refresh_unavailable"), Again("server_error"), Again("drop_before_read"), Again("app_not_approved"),
            Again("rate_limited", 60) with { Times = 1000 },

            .. point == Point.RenewExpiredToken ? [Outage()] : Array.Empty<PinCase>(),

            // Exchanged, and the new tokens are lost: only where Pinterest gives them once more does the account live.
            Burnt("refresh_lost"), Burnt("accept_then_drop"), Burnt("error_after_create"), Burnt("truncated_body"), Burnt("html"),
            Burnt("slow_headers", Case.TooLate), Burnt("slow_body", Case.TooLate),
            Again("refresh_lost") with { With = [Grace] }, Again("refresh_lost") with { With = [Twice] },
        ];

        PinCase Renewed(string fault, double? seconds = null) => new(point, fault, 1, seconds);

        PinCase Dead(string fault) =>
            new(point, fault) { WaitsFor = "account_hold", Held = "reconnect_required", Attempts = $"{refused}, accepted" };

        PinCase Again(string fault, double? seconds = null) => point == Point.RenewBeforeItIsTooLate
            ? Renewed(fault, seconds)
            : Renewed(fault, seconds) with { WaitsFor = "backoff", Attempts = $"{refused}, accepted" };

        PinCase Outage() => new(point, "refresh_unavailable", 4)
        {
            WaitsFor = "backoff",
            Attempts = "not_sent, not_sent, not_sent, not_sent, accepted",
        };

        // A refused token that was still valid stays valid.
        PinCase Burnt(string fault, double? seconds = null) => point == Point.RenewExpiredToken
            ? Renewed(fault, seconds) with { WaitsFor = "backoff", Held = "reconnect_required", Attempts = "not_sent, not_sent, accepted" }
            : Again(fault, seconds);
    }
}

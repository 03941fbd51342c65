using Connector.Simulator.Faults;

namespace Connector.Tests.Publishing.Matrix;

internal static partial class FaultMatrix
{
    private const string Undecided = "unknown:undecided";

    /// <summary>The pin's answer was lost; the fault strikes while it is looked for.</summary>
    private static IEnumerable<PinCase> LookupsAt(Point point)
    {
        var pages = new FaultRule("", "list_short") { Operation = point.Operation(), Times = 1000 };
        return
        [
            // One lookup reads three times before it gives up, and the next one comes half a minute later.
            .. new[] { "accept_then_drop", "error_after_create", "drop_before_read", "truncated_body", "server_error" }
                .SelectMany(fault => new[] { Seen(fault), Seen(fault, 3) }),
            Seen("slow_headers", 1, Case.Late), Seen("slow_body", 1, Case.Late),
            Seen("slow_headers", 3, Case.TooLate), Seen("slow_body", 3, Case.TooLate),
            Seen("html"), Seen("spam_blocked"),
            Seen("rate_limited", 1000, 60), Seen("rate_limited", 2, 600) with { Headers = false },
            Seen("token_expired"),
            Seen("token_expired", 2) with { Held = "reconnect_required" },

            Seen("list_short", 1000), Seen("list_shuffled", 1000), Seen("list_shuffled", 1000) with { With = [pages] },
            Seen("list_moves") with { With = [pages] }, Seen("list_moves", 1000) with { With = [pages] },

            // What may not be read is left to a person, and never sent again.
            Unseen("read_denied"), Unseen("data_access_denied"), Unseen("scope_missing"), Unseen("forbidden"), Unseen("feature_restricted"),
            Unseen("app_not_approved"), Unseen("board_gone"),
        ];

        PinCase Seen(string fault, int times = 1, double? seconds = null) =>
            new(point, fault, times, seconds) { WaitsFor = Reconciling, Attempts = Found };

        PinCase Unseen(string fault) => Seen(fault) with { Attempts = Undecided, Ends = "unconfirmed", Error = "outcome_unknown" };
    }
}

using Connector.Simulator.Faults;

namespace Connector.Tests.Publishing.Matrix;

internal static partial class FaultMatrix
{
    private const string Reconciling = "reconciling", Found = "unknown:found", Absent = "unknown:absent";

    // Answers to a create that Pinterest's description does not list.
    private static readonly int[] Undocumented = [302, 304, 402, 405, 406, 408, 409, 410, 413, 418, 425, 451, 499];

    private static FaultRule Lost => new("", "accept_then_drop") { Operation = "create_pin", Times = 1 };

    private static IEnumerable<PinCase> Creates =>
    [
        // The answer is lost after the pin was made: it is looked for, and found.
        At("accept_then_drop") with { WaitsFor = Reconciling, Attempts = Found },
        At("accept_then_drop") with { WaitsFor = Reconciling, Attempts = Found, Linkless = true },
        At("error_after_create") with { WaitsFor = Reconciling, Attempts = Found },
        At("truncated_body") with { WaitsFor = Reconciling, Attempts = Found },
        .. Undocumented.Select(status => At("undocumented_after_create") with
        {
            Status = status, WaitsFor = Reconciling, Attempts = Found,
        }),
        At("no_id") with { WaitsFor = Reconciling, Attempts = Found },
        At("html") with { WaitsFor = Reconciling, Attempts = Found },
        At("slow_headers", 1, Case.TooLate) with { WaitsFor = Reconciling, Attempts = Found },
        At("slow_body", 1, Case.TooLate) with { WaitsFor = Reconciling, Attempts = Found },
        At("slow_headers", 1, Case.Late),
        At("slow_body", 1, Case.Late),

        // Nothing was made: that is believed only after the lookups, and then it is sent again.
        At("drop_before_read") with { WaitsFor = Reconciling, Attempts = $"{Absent}, accepted" },
        .. Undocumented.Select(status => At("undocumented") with
        {
            Status = status, WaitsFor = Reconciling, Attempts = $"{Absent}, accepted",
        }),
        At("conflict") with { WaitsFor = Reconciling, Attempts = $"{Absent}, accepted" },
        At("server_error") with { WaitsFor = Reconciling, Attempts = $"{Absent}, accepted" },
        At("server_error", 3) with
        {
            WaitsFor = Reconciling, Attempts = $"{Absent}, {Absent}, {Absent}, accepted",
        },
        At("server_error", 5) with
        {
            WaitsFor = Reconciling, Attempts = Repeated(Absent, 5),
            Ends = "failed", Error = "pinterest_unavailable", Pins = 0,
        },

        // Refused for now.
        At("rate_limited", 1000, 60) with { WaitsFor = "backoff", Attempts = "refused, accepted" },
        At("rate_limited", 3, 3600) with { Headers = false, WaitsFor = "pace", Attempts = "refused, refused, refused, accepted" },
        At("url_unreachable") with { WaitsFor = "backoff", Attempts = "refused, accepted" },
        At("url_unreachable", 5) with
        {
            WaitsFor = "backoff", Attempts = Repeated("refused", 5), Ends = "failed", Error = "media_unreachable", Pins = 0,
        },
        At("token_expired"),
        At("token_expired", 2) with { WaitsFor = "account_hold", Held = "reconnect_required", Attempts = "refused, accepted" },

        // Refused for good.
        Failed("link_blocked", "link_blocked"),
        Failed("forbidden", "pinterest_refused"),
        Failed("data_access_denied", "capability_unavailable"),
        Failed("image_too_small", "media_too_small"),
        Failed("image_broken", "media_broken"),
        Failed("image_format", "media_type_unsupported"),
        Failed("board_gone", "board_not_found"),

        // The account or the app is refused: the account is held, and nothing fails.
        Stopped("spam_blocked", "spam_blocked"),
        Stopped("app_not_approved", "capability_unavailable"),
        Stopped("feature_restricted", "capability_unavailable"),
        Stopped("scope_missing", "scope_missing"),
        Stopped("trial_access", "trial_access"),

        // The pin is made, but not to be seen yet, or not as it was sent.
        At("list_lag", 1, 60),
        At("list_lag", 1, 20) with { With = [Lost], WaitsFor = Reconciling, Attempts = Found },
        At("list_lag", 1, 280) with { With = [Lost], WaitsFor = Reconciling, Attempts = Found },
        At("link_normalised"),
        At("link_normalised") with { With = [Lost], WaitsFor = Reconciling, Attempts = Found },
        At("text_normalised"),
        At("text_normalised") with { With = [Lost], WaitsFor = Reconciling, Attempts = Found },
        At("text_normalised") with { With = [Lost], Linkless = true, WaitsFor = Reconciling, Attempts = Found },
    ];

    private static PinCase At(string fault, int times = 1, double? seconds = null) => new(Point.PublishPin, fault, times, seconds);

    private static PinCase Failed(string fault, string error) =>
        At(fault) with { Attempts = "refused", Ends = "failed", Error = error, Pins = 0 };

    private static PinCase Stopped(string fault, string held) =>
        At(fault) with { WaitsFor = "account_hold", Held = held, Attempts = "refused, accepted" };

    private static string Repeated(string attempt, int times) => string.Join(", ", Enumerable.Repeat(attempt, times));
}

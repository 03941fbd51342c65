namespace Connector.Simulator;

/// <summary>One thing that can go wrong: it stands around a call and decides whether and how that is served.</summary>
/// <param name="Operation">The call it befalls unless the order names another.</param>
/// <param name="Lasts">It goes on until its seconds are over, rather than once.</param>
/// <param name="Run">Given the call, how long the fault has to go, its order, and the rest of the way.</param>
internal sealed record Fault(string Operation, bool Lasts, Func<SimulatedCall, FaultOrder, TimeSpan, Func<Task<Answer>>, Task<Answer>> Run);

/// <summary>Every fault there is, by name; a new one is a line here.</summary>
internal static class Faults
{
    private const string CreatePin = "create_pin";
    private const string Refresh = "refresh_token";

    public static readonly IReadOnlyDictionary<string, Fault> All = new Dictionary<string, Fault>
    {
        ["accept_then_drop"] = After(CreatePin, (_, _) => Answer.Dropped),
        ["error_after_create"] = After(CreatePin, (_, _) => Answer.Of(Refusal.ServerError())),
        ["drop_before_read"] = Instead(CreatePin, () => Answer.Dropped),
        ["slow_headers"] = After(CreatePin, (answer, wait) => answer with { HeadersAfter = wait }),
        ["slow_body"] = After(CreatePin, (answer, wait) => answer with { BodyAfter = wait }),
        ["truncated_body"] = After(CreatePin, (answer, _) => answer with { IsTruncated = true }),
        ["no_id"] = After(CreatePin, (answer, _) => answer.WithoutId()),
        ["html"] = After(CreatePin, (answer, _) => answer with { Html = "<!doctype html><title>Pinterest</title>" }),
        ["rate_limited"] = new(CreatePin, Lasts: true, (_, order, left, _) => Task.FromResult(Answer.Of(Refusal.RateLimited()) with
        {
            RetryAfterSeconds = (int)Math.Ceiling(left.TotalSeconds),
            HidesRates = !order.Headers,
        })),
        ["link_blocked"] = Refuse(CreatePin, Refusal.LinkBlocked),
        ["spam_blocked"] = Refuse(CreatePin, Refusal.SpamBlocked),
        ["token_expired"] = Refuse(CreatePin, Refusal.TokenExpired),
        ["app_not_approved"] = Refuse(CreatePin, Refusal.AppNotApproved),
        ["feature_restricted"] = Refuse(CreatePin, Refusal.FeatureRestricted),
        ["scope_missing"] = Refuse(CreatePin, Refusal.ScopeMissing),
        ["trial_access"] = Refuse(CreatePin, Refusal.TrialAccess),
        ["data_access_denied"] = Refuse(CreatePin, Refusal.DataAccessDenied),
        ["server_error"] = Refuse(CreatePin, Refusal.ServerError),
        ["conflict"] = Refuse("create_section", Refusal.Conflict),
        ["refresh_refused"] = Refuse(Refresh, Refusal.TokenExpired),
        ["refresh_unavailable"] = Refuse(Refresh, Refusal.Unavailable),
        ["refresh_lost"] = After(Refresh, (_, _) => Answer.Dropped),
        ["refresh_grace"] = Before(Refresh, (call, left) => call.RefreshGrace = left),
        ["list_lag"] = Before(CreatePin, (call, left) => call.ListingLag = left),
        ["list_shuffled"] = Before("list_board_pins", (call, _) => call.Shuffled = true),
    };

    private static Fault Before(string operation, Action<SimulatedCall, TimeSpan> change) => new(operation, Lasts: false, (call, _, left, serve) =>
    {
        change(call, left);
        return serve();
    });

    private static Fault After(string operation, Func<Answer, TimeSpan, Answer> change) =>
        new(operation, Lasts: false, async (_, _, left, serve) => change(await serve(), left));

    private static Fault Instead(string operation, Func<Answer> answer) =>
        new(operation, Lasts: false, (_, _, _, _) => Task.FromResult(answer()));

    private static Fault Refuse(string operation, Func<Refusal> refusal) => Instead(operation, () => Answer.Of(refusal()));
}

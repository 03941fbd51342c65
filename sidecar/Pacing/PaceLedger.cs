using Microsoft.Extensions.Options;

namespace Connector.Pacing;

/// <summary>The pace of every account worked by this process; read from the database when an account is first used.</summary>
internal sealed class PaceLedger(PaceStore store, IOptions<PacingOptions> options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AccountPace> _accounts = [];
    private readonly Dictionary<string, List<CallWindow>> _apps = [];
    private readonly IReadOnlyList<PaceLimit> _limits = PublishedLimits.For(options.Value);

    /// <summary>Answers a question about an account's pace, alone with it.</summary>
    public T With<T>(string accountId, Func<AccountPace, T> ask)
    {
        lock (_gate) return ask(Of(accountId));
    }

    /// <summary>Takes a place for a call if there is one; the decision says which.</summary>
    public PaceDecision TryBegin(string accountId, string category) => With(accountId, pace =>
    {
        var decision = pace.Decide(category, clock.GetUtcNow());
        if (decision.IsNow) pace.Begin(category);
        return decision;
    });

    /// <summary>A call ended; without a reading there was no answer, and the call still counts.</summary>
    public void End(string accountId, string category, PaceReading? reading)
    {
        var now = clock.GetUtcNow();
        var refusal = With(accountId, pace =>
        {
            pace.End(category, now);
            return reading is null ? null : Learn(pace, category, reading, now);
        });
        if (refusal is not null) store.Remember(accountId, category, refusal);
    }

    /// <summary>A call that took a place never left.</summary>
    public void TakeBack(string accountId, string category) => With(accountId, pace =>
    {
        pace.TakeBack(category);
        return true;
    });

    private static LearnedLimit? Learn(AccountPace pace, string category, PaceReading reading, DateTimeOffset now)
    {
        foreach (var (calls, window, name) in reading.Limits)
        {
            foreach (var own in pace.Windows.Where(w => w.Limit.Window == window && IsAbout(w.Limit, name))) own.Lower(calls, now);
        }

        var learned = pace.Learned(category);
        if (reading.Refused) return learned.Refuse(reading.RetryAfter ?? reading.ResetIn, now);

        learned.Accepted();
        if (reading is { Remaining: { } remaining, ResetIn: { } reset }) learned.Tighten(new LearnedLimit(remaining, now + reset));
        return null;
    }

    // "org_write_app_id_user_id" and "safety_net_app_id_user_id" are names seen; without a name nothing is sure.
    private static bool IsAbout(PaceLimit limit, string? name) =>
        name is not null && (limit.Category is null ? name.StartsWith("safety_net", StringComparison.Ordinal) : name.StartsWith(limit.Category, StringComparison.Ordinal));

    private AccountPace Of(string accountId)
    {
        if (_accounts.TryGetValue(accountId, out var known)) return known;

        var now = clock.GetUtcNow();
        var environment = store.EnvironmentOf(accountId);
        var own = _limits.Where(l => l.Scope == "account").Select(l => store.Fill(new CallWindow(l), accountId, environment, now)).ToList();
        if (!_apps.TryGetValue(environment, out var shared))
            _apps[environment] = shared = [.. _limits.Where(l => l.Scope == "app").Select(l => store.Fill(new CallWindow(l), accountId, environment, now))];

        var pace = new AccountPace([.. own, .. shared]);
        foreach (var (category, learned) in store.Learned(accountId, now)) pace.Learned(category).Tighten(learned);
        return _accounts[accountId] = pace;
    }
}

using Connector.Pacing.Limits;
using Microsoft.Extensions.Options;

namespace Connector.Pacing;

/// <summary>The pace of every account worked by this process; read from the database when an account is first used.</summary>
internal sealed class PaceLedger
{
    // Clocks are slewed all the time; a jump is more than that.
    private static readonly TimeSpan Slew = TimeSpan.FromSeconds(1);

    // How much the last create weighs in the time that one takes.
    private const double Weight = 0.05;

    private readonly Lock _gate = new();
    private readonly PaceStore _store;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, AccountPace> _accounts = [];
    private readonly Dictionary<string, List<CallWindow>> _apps = [];
    private readonly HashSet<string> _invalidated = [];
    private readonly IReadOnlyList<PaceLimit> _limits;
    private readonly long _startedAt;
    private DateTimeOffset _startedWhen;

    public PaceLedger(PaceStore store, IOptions<PacingOptions> options, TimeProvider clock)
    {
        (_store, _clock, _limits) = (store, clock, PublishedLimits.For(options.Value));
        (_startedAt, _startedWhen) = (clock.GetTimestamp(), clock.GetUtcNow());
    }

    /// <summary>Answers a question about an account's pace, alone with it.</summary>
    public T With<T>(string accountId, Func<AccountPace, T> ask)
    {
        lock (_gate)
        {
            FollowClock();
            return ask(Of(accountId));
        }
    }

    /// <summary>Takes a place for a call if there is one; the decision says which.</summary>
    public PaceDecision TryBegin(string accountId, string category) => With(accountId, pace =>
    {
        var now = _clock.GetUtcNow();
        var decision = pace.Decide(category, now);
        if (decision.IsNow) pace.Begin(category, now);
        return decision;
    });

    /// <summary>Takes a place for creating a pin, by the limits and by what the account's owner wants.</summary>
    public PaceDecision TryBegin(string accountId) => With(accountId, pace =>
    {
        var now = _clock.GetUtcNow();
        var decision = pace.DecideAny(now);
        if (decision.IsNow) pace.Begin(PublishedLimits.OrgWrite, now);
        return decision;
    });

    /// <summary>A call ended; without a reading there was no answer, and the call still counts.</summary>
    public void End(string accountId, string category, PaceReading? reading)
    {
        var now = reading?.At ?? _clock.GetUtcNow();
        var refusal = With(accountId, pace =>
        {
            pace.End(category, now);
            return reading is null ? null : Learn(pace, category, reading, now);
        });
        if (refusal is not null) _store.Remember(accountId, category, refusal);
    }

    /// <summary>A call that took a place never left.</summary>
    public void Release(string accountId, string category) => With(accountId, pace =>
    {
        pace.Release(category);
        return true;
    });

    /// <summary>A pin goes, and is on disk as going.</summary>
    public void RecordPublish(string accountId, PacedPin pin, DateTimeOffset at) => With(accountId, pace =>
    {
        pace.Cadence.Add(pin, at);
        return true;
    });

    /// <summary>A create took so long.</summary>
    public void RecordLatency(string accountId, TimeSpan span) => With(accountId, pace =>
    {
        pace.Latency += Weight * (span - pace.Latency);
        return true;
    });

    /// <summary>Settings changed, or a pin that seemed to go did not: the cadence is read again when it is next needed.</summary>
    public void Invalidate(string accountId)
    {
        lock (_gate) _invalidated.Add(accountId);
    }

    /// <summary>The paces of accounts to run ahead with: what they share is one copy; <paramref name="without"/> leaves a rule out.</summary>
    public List<AccountPace> Copy(IReadOnlyList<string> accountIds, string? without)
    {
        lock (_gate)
        {
            FollowClock();
            var now = _clock.GetUtcNow();
            var windows = new Dictionary<CallWindow, CallWindow>();
            return [.. accountIds.Select(id => Of(id) is var pace && without is null
                ? pace.Copy(Window)
                : pace.Copy(Window, pace.Cadence.Copy([.. pace.Cadence.Rules.Where(rule => rule.Name != without)])))];

            CallWindow Window(CallWindow window) => windows.TryGetValue(window, out var copy) ? copy : windows[window] = window.Copy(now);
        }
    }

    private static LearnedLimit? Learn(AccountPace pace, string category, PaceReading reading, DateTimeOffset now)
    {
        foreach (var (calls, window, name) in reading.Limits)
        {
            foreach (var own in pace.Windows.Where(w => w.Limit.Window == window && IsAbout(w.Limit, name))) own.Lower(calls, now);
        }

        var learned = pace.Learned(category);
        if (reading.Refused) return learned.Refuse(reading.RetryAfter ?? reading.ResetIn, now);

        learned.Accepted();
        if (reading is { Remaining: { } remaining, ResetIn: { } reset }) learned.Tighten(new LearnedLimit(remaining, now + reset), now);
        return null;
    }

    // "org_write_app_id_user_id" and "safety_net_app_id_user_id" are names seen; without a name nothing is sure.
    private static bool IsAbout(PaceLimit limit, string? name) =>
        name is not null && (limit.Category is null ? name.StartsWith("safety_net", StringComparison.Ordinal) : name.StartsWith(limit.Category, StringComparison.Ordinal));

    private AccountPace Of(string accountId)
    {
        if (_accounts.TryGetValue(accountId, out var known))
        {
            if (_invalidated.Remove(accountId)) _store.ReadCadence(accountId, known, _clock.GetUtcNow());
            return known;
        }

        var now = _clock.GetUtcNow();
        var environment = _store.EnvironmentOf(accountId);
        var own = _limits.Where(l => l.Scope == "account").Select(l => _store.Fill(new CallWindow(l), accountId, environment, now)).ToList();
        if (!_apps.TryGetValue(environment, out var shared))
            _apps[environment] = shared = [.. _limits.Where(l => l.Scope == "app").Select(l => _store.Fill(new CallWindow(l), accountId, environment, now))];

        var pace = new AccountPace([.. own, .. shared]);
        foreach (var (category, learned) in _store.Learned(accountId, now)) pace.Learned(category).Tighten(learned, now);
        _store.ReadCadence(accountId, pace, now);
        _invalidated.Remove(accountId);
        return _accounts[accountId] = pace;
    }

    /// <summary>When somebody sets the clock, what was spent must become neither older nor newer by it.</summary>
    private void FollowClock()
    {
        var jump = _clock.GetUtcNow() - _clock.GetElapsedTime(_startedAt) - _startedWhen;
        if (jump.Duration() < Slew) return;

        _startedWhen += jump;
        foreach (var pace in _accounts.Values) pace.Shift(jump);
        foreach (var window in _apps.Values.SelectMany(windows => windows)) window.Shift(jump);
    }
}

using Connector.Pacing.Limits;
using Microsoft.Extensions.Options;

namespace Connector.Pacing;

/// <summary>The limits of every account and how much of them is used; read from the database when an account is first used.</summary>
internal sealed partial class PaceLedger
{
    // Clocks are corrected in small steps all the time; only a larger difference means that the clock was set.
    private static readonly TimeSpan LargestCorrection = TimeSpan.FromSeconds(1);

    // The weight of the last create in the moving average of how long one takes.
    private const double Weight = 0.05;

    private readonly Lock _gate = new();
    private readonly PaceStore _store;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, AccountPace> _accounts = [];
    private readonly Dictionary<PacedApp, List<CallWindow>> _apps = [];
    private readonly HashSet<string> _invalidated = [];
    private readonly PacedApps _paced;
    private readonly PacingOptions _options;
    private readonly long _startedAt;
    private DateTimeOffset _startedWhen;

    public PaceLedger(PaceStore store, PacedApps apps, IOptions<PacingOptions> options, TimeProvider clock)
    {
        (_store, _paced, _options, _clock) = (store, apps, options.Value, clock);
        (_startedAt, _startedWhen) = (clock.GetTimestamp(), clock.GetUtcNow());
    }

    /// <summary>Raised when what counts for apps has to be read again, so that other processes hear of it.</summary>
    public event Action? AppsForgotten;

    /// <summary>Reads or changes an account's pace under the lock.</summary>
    public T WithLock<T>(string accountId, Func<AccountPace, T> ask)
    {
        lock (_gate)
        {
            FollowClock();
            return ask(PaceOf(accountId));
        }
    }

    /// <summary>Whether any pin of the account may be published at that time; partitioned rules are left out.</summary>
    public PaceDecision DecideAny(string accountId, DateTimeOffset now) => WithLock(accountId, pace => pace.DecideAny(now));

    /// <summary>Whether this pin may be published at that time by the rules of its board, link and domain.</summary>
    public PaceDecision DecideAmong(string accountId, PacedPin pin, DateTimeOffset now) =>
        WithLock(accountId, pace => pace.DecideAmong(pin, now));

    /// <summary>The names of the rules that the account's settings ask for.</summary>
    public IReadOnlyList<string> RulesOf(string accountId) =>
        WithLock(accountId, pace => pace.Cadence.Rules.Select(rule => rule.Name).ToList());

    /// <summary>Counts a call of that category if the limits allow one now.</summary>
    public PaceDecision TryBegin(string accountId, string category) => WithLock(accountId, pace =>
    {
        var now = _clock.GetUtcNow();
        var decision = pace.Decide(category, now);
        if (decision.IsNow) pace.Begin(category, now);
        return decision;
    });

    /// <summary>Counts a call that is made whatever the limits say.</summary>
    public void Begin(string accountId, string category) =>
        Change(accountId, pace => pace.Begin(category, _clock.GetUtcNow()));

    /// <summary>A call ended; without a reading there was no answer, and the call still counts.</summary>
    public void End(string accountId, string category, PaceReading? reading)
    {
        var now = reading?.At ?? _clock.GetUtcNow();
        var refusal = WithLock(accountId, pace =>
        {
            pace.End(category, now);
            return reading is null ? null : AnswerLearning.Learn(pace, category, reading, now);
        });
        if (refusal is null) return;

        _tightened.Add(accountId);
        _store.Remember(accountId, category, refusal);
    }

    /// <summary>A call that was counted was not made.</summary>
    public void Release(string accountId, string category) => Change(accountId, pace => pace.Release(category));

    /// <summary>How long a create took.</summary>
    public void RecordLatency(string accountId, TimeSpan span) =>
        Change(accountId, pace => pace.Latency += Weight * (span - pace.Latency));

    /// <summary>Settings changed, or a pin that was counted was not published: the cadence is read again when it is next needed.</summary>
    public void Invalidate(string accountId)
    {
        lock (_gate) _invalidated.Add(accountId);
        _tightened.Add(accountId);
    }

    /// <summary>The account was worked elsewhere: all that counts for it is read again.</summary>
    public void Forget(string accountId)
    {
        lock (_gate) _accounts.Remove(accountId);

        _tightened.Add(accountId);
    }

    /// <summary>An app has another tier, or an account another app: what counts for it is read again when it is next needed.</summary>
    public void ForgetApps()
    {
        lock (_gate)
        {
            _accounts.Clear();
            _apps.Clear();
        }

        // After it: who chooses in between decides anew, or does not stand.
        _tightened.AddAll();
        AppsForgotten?.Invoke();
    }

    /// <summary>
    /// Copies for a simulation of these accounts together: windows they share are one copy; <paramref name="without"/> leaves a rule
    /// out.
    /// </summary>
    public List<AccountPace> Copy(IReadOnlyList<string> accountIds, string? without)
    {
        lock (_gate)
        {
            FollowClock();
            var now = _clock.GetUtcNow();
            var windows = new Dictionary<CallWindow, CallWindow>();
            return [.. accountIds.Select(id => PaceOf(id) is var pace && without is null
                ? pace.Copy(Window)
                : pace.Copy(Window, pace.Cadence.Copy([.. pace.Cadence.Rules.Where(rule => rule.Name != without)])))];

            CallWindow Window(CallWindow window) => windows.TryGetValue(window, out var copy) ? copy : windows[window] = window.Copy(now);
        }
    }

    private void Change(string accountId, Action<AccountPace> change) => WithLock(accountId, pace =>
    {
        change(pace);
        return true;
    });

    private AccountPace PaceOf(string accountId)
    {
        if (_accounts.TryGetValue(accountId, out var known))
        {
            if (!_invalidated.Contains(accountId)) return known;
            ReadCadence(accountId, known, _clock.GetUtcNow());
            _invalidated.Remove(accountId);
            return known;
        }

        var now = _clock.GetUtcNow();
        var app = _paced.Of(accountId);
        if (!_apps.TryGetValue(app, out var shared)) _apps[app] = shared = Windows("app");
        var pace = new AccountPace([.. Windows("account"), .. shared]);
        foreach (var (category, learned) in _store.Learned(accountId, now)) pace.Learned(category).Tighten(learned, now);
        ReadCadence(accountId, pace, now);
        _invalidated.Remove(accountId);
        return _accounts[accountId] = pace;

        List<CallWindow> Windows(string scope) =>
        [
            .. PublishedLimits.For(_options, app.Tier).Where(l => l.Scope == scope)
                .Select(l => _store.Fill(new CallWindow(l), l.Scope == "app" ? _paced.Beside(accountId, app) : [accountId], now)),
        ];
    }

    /// <summary>When the clock is set, the recorded times are moved by the same amount, so that calls keep their age.</summary>
    private void FollowClock()
    {
        var jump = _clock.GetUtcNow() - _clock.GetElapsedTime(_startedAt) - _startedWhen;
        if (jump.Duration() < LargestCorrection) return;

        _startedWhen += jump;
        foreach (var pace in _accounts.Values) pace.Shift(jump);
        foreach (var window in _apps.Values.SelectMany(windows => windows)) window.Shift(jump);
    }
}

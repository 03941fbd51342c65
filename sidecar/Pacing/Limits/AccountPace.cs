using Connector.Pacing.Cadence;

namespace Connector.Pacing.Limits;

/// <summary>
/// Decides when one account may make a call: by the calls it made, the limits learned and its own settings. Pure: it is told the time.
/// </summary>
/// <remarks>
/// Not thread-safe; <see cref="PaceLedger"/> holds the lock. Windows of scope <c>app</c> are shared with the app's other accounts.
/// </remarks>
internal sealed class AccountPace(CallWindow[] windows)
{
    // Quiet hours can end on a day that is not allowed, and a day can begin in quiet hours; no settings need more steps.
    private const int MostSteps = 20;

    // In a longer window calls are not spread.
    private static readonly TimeSpan LongestSpread = TimeSpan.FromMinutes(1);

    private readonly PaceWords _words = new();
    private Dictionary<string, LearnedLimits> _learned = [];

    // An array, which a simulation goes through several times for each pin.
    public IReadOnlyList<CallWindow> Windows => windows;

    public CadenceHistory Cadence { get; set; } = new([]);

    /// <summary>How far to stay below the windows' limits, in per cent.</summary>
    public int Margin { get; set; }

    /// <summary>How long a create takes, by the last ones.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromSeconds(1);

    public LearnedLimits Learned(string category) =>
        _learned.TryGetValue(category, out var known) ? known : _learned[category] = new LearnedLimits();

    /// <summary>When a call may start.</summary>
    public PaceDecision Decide(string category, DateTimeOffset now)
    {
        var learned = _learned.TryGetValue(category, out var known) ? known.Binding(now) : null;
        CallWindow? full = null;
        var at = now;
        foreach (var window in windows)
        {
            if (!window.Counts(category) || window.NextAt(Margin, now) is var next && next <= at) continue;
            (full, at) = (window, next);
        }

        if (learned is not null && learned.ResetsAt >= at)
            return new PaceDecision(
                learned.ResetsAt, category, $"Pinterest said that this account's {category} calls are used up for now.");
        return full is null ? PaceDecision.Now(now) : new PaceDecision(at, full.Limit.Rule, _words.Of(full, Margin, now));
    }

    /// <summary>When any pin may be published; partitioned rules are left out.</summary>
    public PaceDecision DecideAny(DateTimeOffset now) => Combine(null, now);

    /// <summary>When this pin may be published by the partitioned rules: those of its board, link and domain.</summary>
    public PaceDecision DecideAmong(PacedPin pin, DateTimeOffset now) => Combine(pin, now);

    public void Begin(string category, DateTimeOffset now)
    {
        foreach (var window in windows)
            if (window.Counts(category)) window.Begin(now);
        if (_learned.TryGetValue(category, out var learned)) learned.Begin();
    }

    public void End(string category, DateTimeOffset now)
    {
        foreach (var window in windows)
            if (window.Counts(category)) window.End(now);
    }

    public void Release(string category)
    {
        foreach (var window in windows)
            if (window.Counts(category)) window.Release();
    }

    /// <summary>The clock was set by that much; the ledger shifts the windows that accounts share.</summary>
    public void Shift(TimeSpan by)
    {
        foreach (var window in Windows.Where(window => window.Limit.Scope == "account")) window.Shift(by);
        foreach (var learned in _learned.Values) learned.Shift(by);
        Cadence.Shift(by);
    }

    /// <summary>A copy for a simulation.</summary>
    public AccountPace Copy(Func<CallWindow, CallWindow> copyWindow, CadenceHistory? cadence = null) => new([.. Windows.Select(copyWindow)])
    {
        _learned = _learned.ToDictionary(known => known.Key, known => known.Value.Copy()),
        Cadence = cadence ?? Cadence.Copy(),
        Margin = Margin,
        Latency = Latency,
    };

    /// <summary>
    /// Creates are spread over the tenths of a minute: a long burst looks automated, and the forecast would be less exact. Limits by the
    /// day are not spread.
    /// </summary>
    private PaceDecision Spread(PaceDecision call, DateTimeOffset now)
    {
        foreach (var window in windows)
        {
            if (window.Limit.Category != PublishedLimits.OrgWrite
                || window.Limit.Window > LongestSpread
                || window.SpreadAt(Margin, now) is var at && at <= call.NotBefore) continue;
            call = new PaceDecision(at, window.Limit.Rule, _words.OfSpread(window, Margin, now));
        }

        return call;
    }

    /// <summary>Each rule is asked again for the time that another rule gave, until none gives a later one.</summary>
    private PaceDecision Combine(PacedPin? pin, DateTimeOffset now)
    {
        var last = PaceDecision.Now(now);
        for (var step = 0; step < MostSteps && Ask(pin, last.NotBefore) is { IsNow: false } later; step++) last = later;
        return last;
    }

    private PaceDecision Ask(PacedPin? pin, DateTimeOffset at)
    {
        if (pin is not null) return ToDecision(Cadence.ForPin(pin, at));
        var call = Spread(Decide(PublishedLimits.OrgWrite, at), at);
        var rules = Cadence.ForAll(at);
        return rules.At > call.NotBefore ? ToDecision(rules) : call;
    }

    private PaceDecision ToDecision(RuleResult answer) =>
        answer.Rule is null
            ? PaceDecision.Now(answer.At)
            : new PaceDecision(answer.At, answer.Rule.Name, _words.Of(answer.Rule, answer.Partition), answer.Partition);
}

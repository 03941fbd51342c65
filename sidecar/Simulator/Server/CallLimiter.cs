using System.Globalization;
using Connector.Pinterest;

namespace Connector.Simulator.Server;

/// <summary>Pinterest's side of the rate limits: sliding windows, and a record of every call that was one too many.</summary>
internal sealed class CallLimiter(TimeProvider clock, SimulatorLimits limits)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = [];
    private readonly List<Violation> _violations = [];

    public SimulatorLimits Limits { get; set; } = limits;

    public IReadOnlyList<Violation> Violations
    {
        get
        {
            lock (_gate) return [.. _violations];
        }
    }

    public RateStanding Take(string accountId, string appId, RateCategory category)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var windows = Limits.Of(accountId, appId, category).Select(window => (Window: window, Calls: Recent(window, now))).ToList();
            var allowed = windows.TrueForAll(entry => entry.Calls.Count < entry.Window.Limit);
            if (allowed) windows.ForEach(entry => entry.Calls.Enqueue(now));

            var (nearest, calls) = windows.MinBy(entry => entry.Window.Limit - entry.Calls.Count);
            if (!allowed) _violations.Add(new Violation(now, accountId, category.WireName(), nearest.Limit, nearest.Length));

            var reset = calls.TryPeek(out var oldest) ? oldest + nearest.Length - now : TimeSpan.Zero;
            var header = $"{nearest.Limit}, {string.Join(", ", windows.Select(entry => Describe(entry.Window)))}";
            return new RateStanding(allowed, header, nearest.Limit - calls.Count, (int)Math.Ceiling(reset.TotalSeconds));
        }
    }

    /// <summary>Forgets the calls of these accounts; what counts for a whole app goes on counting unless all are meant.</summary>
    public void Clear(Predicate<string> account)
    {
        lock (_gate)
        {
            foreach (var key in _calls.Keys.Where(key => account(key.Split('/')[0])).ToList()) _calls.Remove(key);
            _violations.RemoveAll(violation => account(violation.AccountId));
        }
    }

    private Queue<DateTimeOffset> Recent(LimitWindow window, DateTimeOffset now)
    {
        if (!_calls.TryGetValue(window.Key, out var calls)) _calls[window.Key] = calls = [];
        while (calls.TryPeek(out var oldest) && oldest + window.Length <= now) calls.Dequeue();
        return calls;
    }

    private static string Describe(LimitWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"{window.Limit};w={window.Length.TotalSeconds:0};name=\"{window.Name}\"");
}

/// <summary>What the rate headers of one answer say.</summary>
internal sealed record RateStanding(bool Allowed, string Limit, int Remaining, int ResetSeconds);

/// <summary>A call that went over a limit.</summary>
internal sealed record Violation(DateTimeOffset At, string AccountId, string Category, int Limit, TimeSpan Window);

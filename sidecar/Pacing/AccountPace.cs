namespace Connector.Pacing;

/// <summary>How fast one account may act: pure arithmetic over what was spent and learned, in whatever time it is told.</summary>
/// <remarks>Not thread-safe; <see cref="PaceLedger"/> holds the lock. Windows of scope <c>app</c> are shared with the app's other accounts.</remarks>
internal sealed class AccountPace(IReadOnlyList<CallWindow> windows)
{
    private readonly Dictionary<string, LearnedLimits> _learned = [];

    public IReadOnlyList<CallWindow> Windows { get; } = windows;

    public LearnedLimits Learned(string category) =>
        _learned.TryGetValue(category, out var known) ? known : _learned[category] = new LearnedLimits();

    public PaceDecision Decide(string category, DateTimeOffset now)
    {
        var learned = Learned(category).Binding(now);
        var window = Counting(category).MaxBy(w => w.NextAt(now));
        var windowAt = window?.NextAt(now) ?? now;

        if (learned is not null && learned.ResetsAt >= windowAt)
            return new PaceDecision(learned.ResetsAt, category, $"Pinterest said that this account's {category} calls are used up for now.");
        return windowAt <= now ? PaceDecision.Now(now) : new PaceDecision(windowAt, window!.Limit.Rule, Explain(window, now));
    }

    /// <summary>When the n-th call from now can start, if nothing unforeseen happens.</summary>
    public DateTimeOffset Forecast(string category, long n, DateTimeOffset now)
    {
        var free = Learned(category).Binding(now)?.ResetsAt ?? now;
        var paced = Counting(category).Select(w => w.NthAt(n, now)).DefaultIfEmpty(now).Max();
        return paced > free ? paced : free;
    }

    public void Begin(string category)
    {
        foreach (var window in Counting(category)) window.Begin();
        Learned(category).Begin();
    }

    public void End(string category, DateTimeOffset now)
    {
        foreach (var window in Counting(category)) window.End(now);
    }

    public void TakeBack(string category)
    {
        foreach (var window in Counting(category)) window.TakeBack();
    }

    private IEnumerable<CallWindow> Counting(string category) => Windows.Where(w => w.Counts(category));

    private static string Explain(CallWindow window, DateTimeOffset now) =>
        $"{(window.Limit.Scope == "app" ? "This Pinterest app" : "This account")} has used its {window.Allowed(now)} {window.Limit.Rule} calls per {Span(window.Limit.Window)}.";

    private static string Span(TimeSpan window) => window.TotalSeconds switch
    {
        1 => "second",
        60 => "minute",
        86_400 => "day",
        var seconds => $"{seconds:0} seconds",
    };
}

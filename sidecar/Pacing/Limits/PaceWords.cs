using Connector.Pacing.Cadence;

namespace Connector.Pacing.Limits;

/// <summary>
/// Limits and rules in words, for the person whose pin waits. The last of each are kept: a forecast asks for the same ones for every pin of
/// a queue.
/// </summary>
internal sealed class PaceWords
{
    private readonly Dictionary<CallWindow, Known> _windows = [], _spread = [];
    private (CadenceRule? Rule, string Partition, string Text) _rule = (null, "", "");

    public string Of(CallWindow window, int margin, DateTimeOffset now) =>
        Kept(_windows, window, margin, now, Explain);

    /// <summary>The same for one whose calls are spread over its time.</summary>
    public string OfSpread(CallWindow window, int margin, DateTimeOffset now) =>
        Kept(_spread, window, margin, now, ExplainSpread);

    public string Of(CadenceRule rule, string partition)
    {
        if (!ReferenceEquals(_rule.Rule, rule) || _rule.Partition != partition) _rule = (rule, partition, rule.Explain(partition));
        return _rule.Text;
    }

    private static string Kept(
        Dictionary<CallWindow, Known> known, CallWindow window, int margin, DateTimeOffset now,
        Func<CallWindow, int, DateTimeOffset, string> explain)
    {
        var allowed = window.Allowed(now);
        if (known.TryGetValue(window, out var last) && last.Margin == margin && last.Allowed == allowed) return last.Text;

        var text = explain(window, margin, now);
        known[window] = new Known(margin, allowed, text);
        return text;
    }

    private static string Explain(CallWindow window, int margin, DateTimeOffset now) =>
        $"{(window.Limit.Scope == "app" ? "This Pinterest app" : "This account")} may make "
            + $"{window.Wanted(margin, now)} {window.Limit.Rule} calls per "
            + $"{Span(window.Limit.Window)}{(margin > 0 ? $" ({window.Allowed(now)} less {margin} % for safety)" : "")}.";

    private static string ExplainSpread(CallWindow window, int margin, DateTimeOffset now) =>
        Explain(window, margin, now) + window.ExplainSpread(margin, now);

    private static string Span(TimeSpan window) => window.TotalSeconds switch
    {
        1 => "second",
        60 => "minute",
        86_400 => "day",
        var seconds => $"{seconds:0} seconds",
    };

    private sealed record Known(int Margin, int Allowed, string Text);
}

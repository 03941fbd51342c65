using Connector.Common;

namespace Connector.Pacing.Limits;

/// <summary>How many calls Pinterest said are left until a time.</summary>
internal sealed record LearnedLimit(int Remaining, DateTimeOffset ResetsAt);

/// <summary>
/// What Pinterest said about one category. Until its window passes it only becomes tighter, because answers can arrive out of order.
/// </summary>
internal sealed class LearnedLimits
{
    private List<LearnedLimit> _limits = [];
    private int _refusals;

    /// <summary>A call begins: every limit has one less.</summary>
    public void Begin()
    {
        if (_limits.Count > 0) _limits = [.. _limits.Select(l => l with { Remaining = Math.Max(0, l.Remaining - 1) })];
    }

    public void Tighten(LearnedLimit learned, DateTimeOffset now)
    {
        _limits.RemoveAll(l => l.ResetsAt <= now);
        if (_limits.Any(l => l.Remaining <= learned.Remaining && l.ResetsAt >= learned.ResetsAt)) return;
        _limits = [.. _limits.Where(l => l.Remaining < learned.Remaining || l.ResetsAt > learned.ResetsAt), learned];
    }

    /// <summary>
    /// Pinterest refused a call for its rate; when it does not say how long to wait, each refusal in a row doubles the wait.
    /// </summary>
    public LearnedLimit Refuse(TimeSpan? wait, DateTimeOffset now)
    {
        var backoff = Backoff.Longest(_refusals++);
        var learned = new LearnedLimit(0, now + (wait ?? backoff));
        Tighten(learned, now);
        return learned;
    }

    public void Accepted() => _refusals = 0;

    /// <summary>The limit that forbids a call at that time, if any.</summary>
    public LearnedLimit? Binding(DateTimeOffset now) => _limits.Where(l => l.Remaining == 0 && l.ResetsAt > now).MaxBy(l => l.ResetsAt);

    public LearnedLimit? Tightest(DateTimeOffset now) => Binding(now) ?? _limits.Where(l => l.ResetsAt > now).MinBy(l => l.Remaining);

    /// <summary>The clock was set by that much: the time left stays the same.</summary>
    public void Shift(TimeSpan by) => _limits = [.. _limits.Select(l => l with { ResetsAt = l.ResetsAt + by })];

    public LearnedLimits Copy() => new() { _limits = [.. _limits], _refusals = _refusals };
}

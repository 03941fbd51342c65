namespace Connector.Pacing.Cadence;

/// <summary>At most so many pins in any span of that length.</summary>
internal abstract record CountLimit(string Name, int Count, TimeSpan Span) : CadenceRule(Name)
{
    public override TimeSpan Lookback => Span;

    public override DateTimeOffset NextAt(IReadOnlyList<RecentPublish> published, DateTimeOffset now)
    {
        if (published.Count < Count) return now;
        var free = published[^Count].At + Span;
        return free > now ? free : now;
    }
}

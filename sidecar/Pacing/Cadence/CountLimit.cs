namespace Connector.Pacing.Cadence;

/// <summary>At most so many pins in any span of that length.</summary>
internal abstract record CountLimit(string Name, int Count, TimeSpan Span) : CadenceRule(Name)
{
    public override TimeSpan Memory => Span;

    public override DateTimeOffset NextAt(IReadOnlyList<RecentPublish> gone, DateTimeOffset now)
    {
        if (gone.Count < Count) return now;
        var free = gone[^Count].At + Span;
        return free > now ? free : now;
    }
}

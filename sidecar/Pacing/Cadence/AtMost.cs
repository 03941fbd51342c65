namespace Connector.Pacing;

/// <summary>At most so many pins in any span of that length.</summary>
internal abstract record AtMost(string Name, int Count, TimeSpan Span) : CadenceRule(Name)
{
    public override TimeSpan Memory => Span;

    public override DateTimeOffset NextAt(IReadOnlyList<GonePin> gone, DateTimeOffset now)
    {
        if (gone.Count < Count) return now;
        var free = gone[^Count].At + Span;
        return free > now ? free : now;
    }
}

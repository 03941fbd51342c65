namespace Connector.Pacing.Cadence;

/// <summary>A minimum gap between two pins; its jitter depends only on the earlier pin, so it is always the same.</summary>
internal sealed record MinGap(int Seconds, int JitterPercent) : CadenceRule("min_gap_seconds")
{
    public override TimeSpan Lookback => TimeSpan.FromSeconds(Seconds * (100 + JitterPercent) / 100d);

    public override DateTimeOffset NextAt(IReadOnlyList<RecentPublish> published, DateTimeOffset now)
    {
        if (published.Count == 0) return now;
        var free = published[^1].At.AddSeconds(Seconds * (1 + JitterPercent / 100d * Fraction(published[^1].Id)));
        return free > now ? free : now;
    }

    public override string Explain(string partition) =>
        $"This account pauses {Seconds} seconds between two pins{(JitterPercent > 0 ? $", and up to {JitterPercent} % more" : "")} "
            + "(its settings min_gap_seconds and jitter_percent).";

    // From 0 to 1 by the id, so that a restart and a forecast compute the same: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
    private static double Fraction(string id)
    {
        var hash = 2166136261u;
        foreach (var letter in id) hash = (hash ^ letter) * 16777619u;
        return hash / (double)uint.MaxValue;
    }
}

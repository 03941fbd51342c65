namespace Connector.Pacing.Cadence;

/// <summary>A pause between two pins, longer by a part that looks random and is the same whenever it is asked for.</summary>
internal sealed record MinGap(int Seconds, int JitterPercent) : CadenceRule("min_gap_seconds")
{
    public override TimeSpan Memory => TimeSpan.FromSeconds(Seconds * (100 + JitterPercent) / 100d);

    public override DateTimeOffset NextAt(IReadOnlyList<RecentPublish> published, DateTimeOffset now)
    {
        if (published.Count == 0) return now;
        var free = published[^1].At.AddSeconds(Seconds * (1 + JitterPercent / 100d * Chance(published[^1].Id)));
        return free > now ? free : now;
    }

    public override string Explain(string part) => $"This account pauses {Seconds} seconds between two "
        + $"pins{(JitterPercent > 0 ? $", and up to {JitterPercent} % more" : "")} (its settings min_gap_seconds and jitter_percent).";

    // Between 0 and 1 by the pin before, so that a restart and a forecast come to the same: FNV-1a,
    // http://www.isthe.com/chongo/tech/comp/fnv/
    private static double Chance(string id)
    {
        var hash = 2166136261u;
        foreach (var letter in id) hash = (hash ^ letter) * 16777619u;
        return hash / (double)uint.MaxValue;
    }
}

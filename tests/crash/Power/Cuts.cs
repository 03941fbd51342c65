namespace Connector.Crash.Power;

/// <summary>Cuts the power at random points of a trace and checks what is left each time.</summary>
internal static class Cuts
{
    public static CutFindings Examine(IReadOnlyList<DiskEvent> events, int points, int seed, string folder)
    {
        var random = new Random(seed);
        var moments = Enumerable.Range(0, points).Select(_ => random.Next(events.Count + 1)).Order().ToArray();
        var findings = new CutFindings(points);
        var disk = new Disk();
        var promised = new Promises();
        var next = 0;
        for (var at = 0; at <= events.Count; at++)
        {
            for (; next < points && moments[next] == at; next++)
                findings.Add(promised.Against(DatabaseAfterCut.Open(disk.Cut(random), folder)), $"event {at} of {events.Count}");
            if (at == events.Count) break;

            disk.Apply(events[at]);
            promised.Apply(events[at]);
        }

        return findings;
    }
}

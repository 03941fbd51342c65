using System.Diagnostics;
using Connector.Bench.Accepting;
using Connector.Bench.Report;
using Connector.Bench.Running;
using Connector.Bench.Waiting;

namespace Connector.Bench.Publishing;

/// <summary>How long accepts take while many accounts publish at full pace, and many callers follow what happens.</summary>
internal static class BurstBench
{
    private const int Accounts = 50, Queued = 10_000, Following = 500;

    private static readonly int[] Callers = [64, 16];

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        await using var fleet = await Fleet.StartAsync(workspace, published, Accounts);
        var account = await AcceptBench.HeldAccountAsync(fleet.Sidecar);
        await Load.RunAsync(fleet.Sidecar, account, Callers[0], size.WarmUp);
        await fleet.FillAsync(Queued);
        await PublishAllAsync(fleet, Queued);

        using var followers = await Followers.OpenAsync(fleet.Sidecar, Following);
        var lines = new List<Line>();
        foreach (var callers in Callers)
        {
            var loads = new List<Load>();
            var rates = new List<double>();
            for (var round = 0; round < size.Rounds; round++)
            {
                await fleet.HoldAsync();
                await fleet.FillAsync(Queued);
                var before = fleet.Published;
                await fleet.LetGoAsync();
                var (begun, from) = (Stopwatch.GetTimestamp(), fleet.Published);
                loads.Add(await Load.RunAsync(fleet.Sidecar, account, callers, size.Run));
                rates.Add((fleet.Published - from) / Stopwatch.GetElapsedTime(begun).TotalSeconds);
                await fleet.PublishedAsync(before + Queued);
            }

            lines.Add(new(
                $"accept while {Accounts} accounts publish and {Following} callers follow, {callers} connections: p50 / p99",
                $"{Line.Spread(loads.Select(l => l.P50), "0.0")} / {Line.Spread(loads.Select(l => l.P99), "0")} ms",
                callers == Callers[0] ? "≤ 10 / ≤ 50 ms" : "",
                $"{Line.Spread(loads.Select(l => l.PerSecond), "0")}/s; the longest {Line.Spread(loads.Select(l => l.Longest), "0")} ms; "
                    + $"{Line.Spread(rates, "0")} pins/s published of {Line.Text(Queued, "N0")} queued"));
        }

        return lines;
    }

    private static async Task PublishAllAsync(Fleet fleet, int pins)
    {
        await fleet.LetGoAsync();
        await fleet.PublishedAsync(pins);
    }
}

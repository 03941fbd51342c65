using System.Diagnostics;
using Connector.Bench.Accepting;
using Connector.Bench.Report;
using Connector.Bench.Running;
using Connector.Bench.Waiting;

namespace Connector.Bench.Publishing;

/// <summary>How long accepts take while many accounts publish at full pace, and many callers follow what happens.</summary>
internal static class BurstBench
{
    private const int Accounts = 50, Queued = 10_000, Following = 500, Connections = 64;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        await using var fleet = await Fleet.StartAsync(workspace, published, Accounts);
        var account = await AcceptBench.HeldAccountAsync(fleet.Sidecar);
        await BurstAsync(fleet, account, size.WarmUp);

        using var followers = await Followers.OpenAsync(fleet.Sidecar, Following);
        var loads = new List<Load>();
        var rates = new List<double>();
        for (var round = 0; round < size.Rounds; round++)
        {
            var (load, rate) = await BurstAsync(fleet, account, size.Run);
            loads.Add(load);
            rates.Add(rate);
        }

        return
        [
            new(
                $"accept while {Accounts} accounts publish and {Following} callers follow, {Connections} connections: p50 / p99",
                $"{Line.Spread(loads.Select(l => l.P50), "0.0")} / {Line.Spread(loads.Select(l => l.P99), "0")} ms",
                "≤ 10 / ≤ 50 ms",
                $"{Line.Spread(loads.Select(l => l.PerSecond), "0")}/s; the longest {Line.Spread(loads.Select(l => l.Longest), "0")} ms; "
                    + $"{Line.Spread(rates, "0")} pins/s published of {Line.Text(Queued, "N0")} queued"),
        ];
    }

    private static async Task<(Load Load, double PinsPerSecond)> BurstAsync(Fleet fleet, string account, TimeSpan time)
    {
        await fleet.FillAsync(Queued - fleet.Waiting);
        await fleet.LetGoAsync();
        var (before, begun) = (fleet.Published, Stopwatch.GetTimestamp());
        var load = await Load.RunAsync(fleet.Sidecar, account, Connections, time);
        var rate = (fleet.Published - before) / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await fleet.HoldAsync();
        return (load, rate);
    }
}

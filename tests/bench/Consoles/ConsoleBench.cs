using Connector.Bench.Accepting;
using Connector.Bench.Publishing;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Consoles;

/// <summary>What it does to accepts that people watch: an account publishes all the time, so that there is something to see.</summary>
internal static class ConsoleBench
{
    private const int People = 10, Connections = 64, Queued = 10_000;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    // Code is compiled again while it runs often, which is not what is measured: each page is opened so many times first.
    private const int OpenedBefore = 200;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        await using var fleet = await Fleet.StartAsync(workspace, published, accounts: 1);
        fleet.Latency = Latency;
        var account = await AcceptBench.HeldAccountAsync(fleet.Sidecar);
        await fleet.FillAsync(Queued);
        await fleet.LetGoAsync();
        await Load.RunAsync(fleet.Sidecar, account, Connections, size.WarmUp);
        await OpenConsoles.WarmUpAsync(fleet.Sidecar, OpenedBefore);
        await WatchedAsync(fleet, account, size.WarmUp, []);

        List<Load> alone = [], watched = [];
        var reloads = new List<double>();
        for (var round = 0; round < size.Rounds * 3; round++)
        {
            alone.Add(await Load.RunAsync(fleet.Sidecar, account, Connections, size.Run));
            watched.Add(await WatchedAsync(fleet, account, size.Run, reloads));
        }

        reloads.Sort();
        return
        [
            new(
                $"accept p99 with {People} consoles open ÷ without, {Connections} connections",
                $"{Line.Spread(watched.Zip(alone, (w, a) => w.P99 / a.P99), "0.00")} ×",
                "≤ 1.2 ×",
                $"{Load.Text(watched)} ÷ {Load.Text(alone)}; {reloads.Count} reloads of Today and Queue meanwhile, "
                    + $"p50 {Line.Text(reloads[reloads.Count / 2], "0")} ms"),
        ];
    }

    private static async Task<Load> WatchedAsync(Fleet fleet, string account, TimeSpan time, List<double> reloads)
    {
        await using var consoles = await OpenConsoles.OpenAsync(fleet.Sidecar, People);
        await consoles.SettledAsync();
        var load = await Load.RunAsync(fleet.Sidecar, account, Connections, time);
        reloads.AddRange(consoles.Reloads);
        return load;
    }
}

using System.Diagnostics;
using Connector.Bench.Report;
using Connector.Bench.Running;
using Connector.Bench.Starting;

namespace Connector.Bench.Replicas;

/// <summary>What a replica with very many accounts uses, and asks of the database, while none of them has anything to do.</summary>
internal static class IdleOnPostgresBench
{
    private const string Name = "idle";

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        using var server = await SharedDatabase.ServeAsync(workspace);
        var settings = SharedDatabase.Settings(await server.MakeAsync(Name));
        var accounts = size.Pins / 10;
        await using (var sidecar = await RunningSidecar.StartAsync(published, workspace.NewFolder(), settings))
            await IdleBench.FillAsync(sidecar, accounts);

        await using var idle = await RunningSidecar.StartAsync(published, workspace.NewFolder(), settings);
        while ((long)(await idle.SendAsync(HttpMethod.Get, "/v1/replicas"))["items"]!.AsArray()[^1]!["accounts"]! < accounts)
            await Task.Delay(100);
        // Each account is looked at once after the start.
        await Task.Delay(10 * size.Rest);
        var (shares, reads) = (new List<double>(), new List<double>());
        for (var round = 0; round < size.Rounds; round++)
        {
            var (begun, used, before) = (Stopwatch.GetTimestamp(), idle.ProcessorTime, await server.TransactionsAsync(Name));
            await Task.Delay(3 * size.Rest);
            var took = Stopwatch.GetElapsedTime(begun);
            shares.Add(100 * (idle.ProcessorTime - used) / took);
            reads.Add((await server.TransactionsAsync(Name) - before) / took.TotalSeconds);
        }

        return
        [
            new(
                $"processor time of an idle replica with {Line.Text(accounts, "N0")} accounts",
                $"{Line.Spread(shares, "0.00")} % of a core",
                "< 5 %", $"each has a pin for in a month; {Line.Text(idle.Memory().Resident, "0")} MB"),
            new(
                "what it asks of PostgreSQL", $"{Line.Spread(reads, "0")} transactions/s", "< 400/s",
                "its heartbeat and its looks for what was not told are among them"),
        ];
    }
}

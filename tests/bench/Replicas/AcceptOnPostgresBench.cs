using Connector.Bench.Accepting;
using Connector.Bench.Queues;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Replicas;

/// <summary>What accepting costs on PostgreSQL, beside the same on SQLite, and beside pg-boss on the same server.</summary>
internal static class AcceptOnPostgresBench
{
    private const int Connections = 64;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        using var server = await SharedDatabase.ServeAsync(workspace);
        var settings = SharedDatabase.Settings(await server.MakeAsync("connector"));
        await using var ours = await RunningSidecar.StartAsync(published, workspace.NewFolder(), settings);
        await using var sqlite = await RunningSidecar.StartAsync(published, workspace.NewFolder());
        await using var boss = Peer.Missing(Peer.PgBoss) is { } missing ? Leave(missing) : await Peer.StartAsync(server, workspace);
        List<(RunningSidecar Process, string Account)> all =
        [
            (ours, await AcceptBench.HeldAccountAsync(ours)),
            (sqlite, await AcceptBench.HeldAccountAsync(sqlite)),
        ];
        if (boss is not null) all.Add((boss.Process, ""));
        foreach (var (process, account) in all) await Load.RunAsync(process, account, Connections, size.WarmUp);

        // Alternating, so that other load of the machine affects all alike.
        var loads = all.ConvertAll(_ => new List<Load>());
        for (var round = 0; round < size.Rounds; round++)
        {
            for (var i = 0; i < all.Count; i++)
                loads[i].Add(await Load.RunAsync(all[i].Process, all[i].Account, Connections, size.Run));
        }

        List<Line> lines = [Ratio("SQLite", "≥ 0.5 ×", loads[0], loads[1])];
        if (boss is not null) lines.Add(Ratio("pg-boss on the same server", "≥ 4 ×", loads[0], loads[2]));
        return lines;
    }

    private static Peer? Leave(string missing)
    {
        System.Console.Error.WriteLine($"{Peer.PgBoss} is not measured: {missing}");
        return null;
    }

    private static Line Ratio(string other, string target, List<Load> ours, List<Load> theirs) => new(
        $"accepts on PostgreSQL ÷ {other}, {Connections} connections",
        $"{Line.Spread(ours.Zip(theirs, (a, b) => a.PerSecond / b.PerSecond), "0.00")} ×",
        target,
        $"{Load.Text(ours)} ÷ {Load.Text(theirs)}");
}

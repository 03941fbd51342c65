using Connector.Bench.Queues;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Accepting;

/// <summary>
/// What accepting costs: over HTTP as shipped, beside a bare endpoint that only reads the JSON and answers, a connection and a transaction
/// for each pin, and the queues that a user could run instead.
/// </summary>
internal static class AcceptBench
{
    private const string Ours = "ours", Floor = "the floor", OneByOne = "a connection and transaction each";

    private static readonly int[] Connections = [64, 16, 1];

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        await using var durable = await RunningSidecar.StartAsync(published, workspace.NewFolder());
        await using var floor = await RunningSidecar.StartVariantAsync(VariantHost.Empty, workspace.NewFolder());
        await using var oneByOne = await RunningSidecar.StartVariantAsync(VariantHost.OneByOne, workspace.NewFolder());
        await using var bullMq = await PeerAsync(Peer.BullMq, workspace);
        await using var pgBoss = await PeerAsync(Peer.PgBoss, workspace);
        List<(string Name, RunningSidecar Process, string Account)> all =
        [
            (Ours, durable, await HeldAccountAsync(durable)),
            (Floor, floor, ""),
            (OneByOne, oneByOne, await HeldAccountAsync(oneByOne)),
            .. new[] { bullMq, pgBoss }.OfType<Peer>().Select(peer => (peer.Name, peer.Process, "")),
        ];
        foreach (var (_, process, account) in all) await Load.RunAsync(process, account, Connections[0], size.WarmUp);

        // Alternating, so that other load of the machine affects all alike.
        var loads = new List<(string Name, int Connections, Load Load)>();
        for (var round = 0; round < size.Rounds; round++)
        {
            foreach (var connections in Connections)
            {
                foreach (var (name, process, account) in all)
                    loads.Add((name, connections, await Load.RunAsync(process, account, connections, size.Run)));
            }
        }

        return
        [
            .. Connections.SelectMany(connections => Lines(connections, name => Of(name, connections))),
            .. Callers(name => Of(name, 1)),
        ];

        List<Load> Of(string name, int connections) =>
            [.. loads.Where(l => l.Name == name && l.Connections == connections).Select(l => l.Load)];
    }

    /// <summary>Held, so that nothing is published meanwhile.</summary>
    public static async Task<string> HeldAccountAsync(RunningSidecar sidecar)
    {
        var account = await sidecar.SendAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Bench" });
        await sidecar.SendAsync(HttpMethod.Post, $"/v1/accounts/{account["id"]}/hold");
        return (string)account["id"]!;
    }

    private static async Task<Peer?> PeerAsync(string name, Workspace workspace)
    {
        if (Peer.Missing(name) is not { } missing) return await Peer.StartAsync(name, workspace);
        System.Console.Error.WriteLine($"{name} is not measured: {missing}");
        return null;
    }

    private static IEnumerable<Line> Lines(int connections, Func<string, List<Load>> of)
    {
        var ours = of(Ours);
        (string Name, string What, string Target)[] others =
        [
            (Floor, "the floor", "≥ 0.30 ×"),
            (OneByOne, OneByOne, "≥ 4 ×"),
            (Peer.BullMq, "BullMQ, Redis appendfsync always", "≥ 1.6 ×"),
            (Peer.PgBoss, "pg-boss", "≥ 8 ×"),
        ];
        foreach (var (name, what, target) in others)
        {
            var theirs = of(name);
            if (theirs.Count == 0) continue;
            yield return new(
                $"accepts ÷ {what}, {connections} connection{(connections == 1 ? "" : "s")}",
                $"{Line.Spread(ours.Zip(theirs, (a, b) => a.PerSecond / b.PerSecond), "0.00")} ×",
                connections == 64 ? target : "",
                $"{Load.Text(ours)} ÷ {Load.Text(theirs)}");
        }

        yield return new(
            $"processor time of an accept, {connections} connection{(connections == 1 ? "" : "s")}",
            $"{Line.Spread(ours.Select(load => load.Processor), "0")} µs",
            "",
            $"the floor {Line.Spread(of(Floor).Select(load => load.Processor), "0")} µs");
    }

    private static IEnumerable<Line> Callers(Func<string, List<Load>> of)
    {
        var ours = of(Ours).ConvertAll(load => load.P50);
        yield return new("accept, one caller, p50", $"{Line.Spread(ours, "0.00")} ms", "≤ 0.35 ms", "");
        var theirs = of(Peer.BullMq).ConvertAll(load => load.P50);
        if (theirs.Count == 0) yield break;
        yield return new(
            "accept, one caller, p50 ÷ BullMQ's",
            $"{Line.Spread(ours.Zip(theirs, (a, b) => a / b), "0.00")} ×",
            "≤ 0.75 ×",
            $"BullMQ {Line.Spread(theirs, "0.00")} ms");
    }
}

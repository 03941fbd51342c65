using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Accepting;

/// <summary>
/// What accepting costs: over HTTP as shipped, beside a bare endpoint that only reads the JSON and answers, and with a connection and a
/// transaction for each pin.
/// </summary>
internal static class AcceptBench
{
    private static readonly int[] Connections = [64, 16, 1];

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        await using var durable = await RunningSidecar.StartAsync(published, workspace.NewFolder());
        await using var floor = await RunningSidecar.StartVariantAsync(VariantHost.Empty, workspace.NewFolder());
        await using var oneByOne = await RunningSidecar.StartVariantAsync(VariantHost.OneByOne, workspace.NewFolder());
        RunningSidecar[] all = [durable, floor, oneByOne];
        var accounts = new Dictionary<RunningSidecar, string>();
        foreach (var sidecar in all)
        {
            accounts[sidecar] = sidecar == floor ? "" : await HeldAccountAsync(sidecar);
            await Load.RunAsync(sidecar, accounts[sidecar], Connections[0], size.WarmUp);
        }

        // Alternating, so that other load of the machine affects all alike.
        var loads = new List<(RunningSidecar Sidecar, int Connections, Load Load)>();
        for (var round = 0; round < size.Rounds; round++)
        {
            foreach (var connections in Connections)
            {
                foreach (var sidecar in all)
                    loads.Add((sidecar, connections, await Load.RunAsync(sidecar, accounts[sidecar], connections, size.Run)));
            }
        }

        return [.. Lines(connections => [.. all.Select(sidecar => LoadsOf(sidecar, connections))])];

        List<Load> LoadsOf(RunningSidecar sidecar, int connections) =>
            [.. loads.Where(l => l.Sidecar == sidecar && l.Connections == connections).Select(l => l.Load)];
    }

    /// <summary>Held, so that nothing is published meanwhile.</summary>
    public static async Task<string> HeldAccountAsync(RunningSidecar sidecar)
    {
        var account = await sidecar.SendAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Bench" });
        await sidecar.SendAsync(HttpMethod.Post, $"/v1/accounts/{account["id"]}/hold");
        return (string)account["id"]!;
    }

    private static IEnumerable<Line> Lines(Func<int, List<Load>[]> of)
    {
        foreach (var connections in Connections)
        {
            var (durable, floor, oneByOne) = of(connections) is [var a, var b, var c] ? (a, b, c) : default;
            var shares = durable.Zip(floor, (d, f) => d.PerSecond / f.PerSecond);
            var gains = durable.Zip(oneByOne, (d, o) => d.PerSecond / o.PerSecond);
            var who = connections == 1 ? "1 connection" : $"{connections} connections";
            yield return new(
                $"accepts ÷ the floor, {who}",
                Line.Spread(shares, "0.00") + " ×",
                connections == 64 ? "≥ 0.30 ×" : "",
                $"{Text(durable)}; the floor {Text(floor)}");
            yield return new(
                $"accept ÷ a connection and transaction each, {who}",
                Line.Spread(gains, "0.0") + " ×",
                connections == 64 ? "≥ 4 ×" : "",
                $"a connection and transaction each {Text(oneByOne)}");
        }

        yield return new("accept, one caller, p50", Line.Spread(of(1)[0].Select(l => l.P50), "0.00") + " ms", "≤ 0.35 ms", "");
    }

    private static string Text(List<Load> loads) =>
        $"{Line.Spread(loads.Select(l => l.PerSecond), "0")}/s, p50 {Line.Spread(loads.Select(l => l.P50), "0.0")} ms, "
        + $"p99 {Line.Spread(loads.Select(l => l.P99), "0.0")} ms, "
        + $"{Line.Spread(loads.Select(l => l.Processor), "0")} µs of processor each";
}

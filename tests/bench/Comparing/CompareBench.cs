using Connector.Bench.Accepting;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Comparing;

/// <summary>This build beside another published one, alternating: what a change cost.</summary>
internal static class CompareBench
{
    private const int Connections = 64;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, string other, RunSize size)
    {
        string[] programs = [published, other];
        var data = programs.Select(_ => workspace.NewFolder()).ToArray();
        var starts = programs.Select(_ => new List<double>()).ToArray();
        var memory = programs.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= size.Starts; round++)
        {
            for (var i = 0; i < programs.Length; i++)
            {
                await using var sidecar = await RunningSidecar.StartAsync(programs[i], data[i]);
                var processor = sidecar.ProcessorTime.TotalMilliseconds;
                await Task.Delay(size.Rest);
                // The first start of each makes its database.
                if (round == 0) continue;
                starts[i].Add(processor);
                memory[i].Add(sidecar.Memory().Resident);
            }
        }

        var loads = await AcceptAsync(workspace, programs, size);
        return
        [
            Ratio("processor time of a start", starts, "≤ 1.0 ×", "ms"),
            Ratio("memory at rest (RSS)", memory, "≤ 1.1 ×", "MB"),
            Ratio($"accepts, {Connections} connections", loads, "≥ 0.95 ×", "/s"),
        ];
    }

    private static async Task<List<double>[]> AcceptAsync(Workspace workspace, string[] programs, RunSize size)
    {
        await using var ours = await RunningSidecar.StartAsync(programs[0], workspace.NewFolder());
        await using var other = await RunningSidecar.StartAsync(programs[1], workspace.NewFolder());
        (RunningSidecar Sidecar, string Account)[] both =
        [
            (ours, await AcceptBench.HeldAccountAsync(ours)), (other, await AcceptBench.HeldAccountAsync(other)),
        ];
        foreach (var (sidecar, account) in both) await Load.RunAsync(sidecar, account, Connections, size.WarmUp);

        var loads = both.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < size.Rounds * 3; round++)
        {
            for (var i = 0; i < both.Length; i++)
                loads[i].Add((await Load.RunAsync(both[i].Sidecar, both[i].Account, Connections, size.Run)).PerSecond);
        }

        return loads;
    }

    private static Line Ratio(string what, List<double>[] values, string target, string unit) => new(
        $"{what}, this build ÷ the other", $"{Line.Text(Median(values[0]) / Median(values[1]), "0.00")} ×", target,
        $"{Line.Spread(values[0], "0")} {unit}; the other {Line.Spread(values[1], "0")} {unit}");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

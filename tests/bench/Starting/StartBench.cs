using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Starting;

/// <summary>How soon a sidecar answers and how much memory it takes while idle, beside an application without operations.</summary>
internal static class StartBench
{
    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        var data = workspace.NewFolder();
        var first = new List<double>();
        var again = new List<double>();
        var empty = new List<double>();
        var memory = new List<Memory>();
        var emptyMemory = new List<Memory>();
        for (var i = 0; i < size.Starts; i++)
        {
            await using (var sidecar = await RunningSidecar.StartAsync(published, workspace.NewFolder()))
                first.Add(sidecar.StartTook.TotalMilliseconds);

            await using (var sidecar = await RunningSidecar.StartAsync(published, data))
            {
                if (i > 0) again.Add(sidecar.StartTook.TotalMilliseconds);
                if (i < 3) memory.Add(await AtRestAsync(sidecar, size));
            }

            await using (var nothing = await RunningSidecar.StartVariantAsync(VariantHost.Empty, data))
            {
                empty.Add(nothing.StartTook.TotalMilliseconds);
                if (i < 3) emptyMemory.Add(await AtRestAsync(nothing, size));
            }
        }

        return
        [
            new(
                "start to first 200",
                Line.Spread(again, "0") + " ms",
                "≤ 700 ms, aim 350",
                $"very first start {Line.Spread(first, "0")} ms; an empty application {Line.Spread(empty, "0")} ms"),
            new("memory at rest (RSS)", Line.Spread(memory.Select(m => m.Resident), "0") + " MB", "≤ 110 MB, aim 75",
                $"PSS {Line.Spread(memory.Select(m => m.Proportional), "0")} MB; an empty application RSS "
                    + $"{Line.Spread(emptyMemory.Select(m => m.Resident), "0")} MB, PSS "
                    + $"{Line.Spread(emptyMemory.Select(m => m.Proportional), "0")} MB"),
        ];
    }

    private static async Task<Memory> AtRestAsync(RunningSidecar sidecar, RunSize size)
    {
        await Task.Delay(size.Rest);
        return sidecar.Memory();
    }
}

using System.Diagnostics;
using Connector.Bench.Accepting;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Starting;

/// <summary>
/// How soon a sidecar answers and takes a pin, and how much memory it takes, beside an application with one operation that is built the
/// same way and started in turns.
/// </summary>
internal static class StartBench
{
    private const int Memories = 3, Connections = 64;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        var empty = await workspace.PublishEmptyAsync();
        var data = workspace.NewFolder();
        List<double> firsts = [], starts = [], pins = [], empties = [];
        List<Memory> memories = [], emptyMemories = [];
        string account;
        await using (var sidecar = await RunningSidecar.StartAsync(published, data)) account = await AcceptBench.HeldAccountAsync(sidecar);
        for (var i = 0; i <= size.Starts; i++)
        {
            await using (var sidecar = await RunningSidecar.StartAsync(published, workspace.NewFolder()))
                if (i > 0) firsts.Add(sidecar.StartTook.TotalMilliseconds);

            await using (var sidecar = await RunningSidecar.StartAsync(published, data))
            {
                // The first of each comes from a disk that has not read it yet.
                if (i > 0) starts.Add(sidecar.StartTook.TotalMilliseconds);
                if (i > 0) pins.Add(sidecar.StartTook.TotalMilliseconds + await FirstPinAsync(sidecar, account));
            }

            await using (var nothing = await RunningSidecar.StartAsync(empty, data))
                if (i > 0) empties.Add(nothing.StartTook.TotalMilliseconds);
        }

        for (var i = 0; i < Memories; i++)
        {
            memories.Add(await AtRestAsync(published, data, size));
            emptyMemories.Add(await AtRestAsync(empty, data, size));
        }

        return
        [
            Start("start to the first 200", starts, empties, "≤ 1.8 ×, aim 1.5"),
            Start("start to the first pin accepted", pins, empties, "≤ 2.0 ×"),
            Start("very first start to the first 200", firsts, empties, "≤ 2.2 ×"),
            new(
                "memory at rest (RSS) ÷ an empty FastEndpoints application's",
                $"{Line.Spread(memories.Zip(emptyMemories, (m, e) => m.Resident / e.Resident), "0.00")} ×",
                "≤ 1.25 ×",
                $"{Text(memories)} ÷ {Text(emptyMemories)}"),
            await AfterPinsAsync(published, data, account, size),
        ];
    }

    private static async Task<double> FirstPinAsync(RunningSidecar sidecar, string account)
    {
        var begun = Stopwatch.GetTimestamp();
        await sidecar.SendAsync(
            HttpMethod.Post, "/v1/pins",
            new { account_id = account, board_id = "1000", title = "A lamp", image_url = "https://cdn.example.com/lamp.jpg" });
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static async Task<Memory> AtRestAsync(string program, string data, RunSize size)
    {
        await using var process = await RunningSidecar.StartAsync(program, data);
        await Task.Delay(size.Rest);
        return process.Memory();
    }

    private static async Task<Line> AfterPinsAsync(string published, string data, string account, RunSize size)
    {
        await using var sidecar = await RunningSidecar.StartAsync(published, data);
        await Task.Delay(size.Rest);
        var before = sidecar.Memory();
        var accepted = 0;
        while (accepted < size.Pins) accepted += (await Load.RunAsync(sidecar, account, Connections, TimeSpan.FromSeconds(1))).Pins;
        await Task.Delay(size.Rest);
        var after = sidecar.Memory();
        return new(
            $"memory at rest after {Line.Text(size.Pins, "N0")} accepted pins: more by",
            $"{Line.Text(after.Resident - before.Resident, "0")} MB",
            "≤ 40 MB",
            $"{Line.Text(accepted, "N0")} were accepted: {Text([before])} become {Text([after])}");
    }

    private static Line Start(string what, List<double> ours, List<double> empty, string target) => new(
        $"{what} ÷ an empty FastEndpoints application's",
        $"{Line.Spread(ours.Zip(empty, (o, e) => o / e), "0.00")} ×",
        target,
        $"{Line.Spread(ours, "0")} ms ÷ {Line.Spread(empty, "0")} ms to its first 200");

    private static string Text(IReadOnlyList<Memory> memories) =>
        $"{Line.Spread(memories.Select(m => m.Resident), "0")} MB (PSS {Line.Spread(memories.Select(m => m.Proportional), "0")})";
}

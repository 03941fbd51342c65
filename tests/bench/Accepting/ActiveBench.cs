using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Accepting;

/// <summary>What it costs that an account is active: each answer says when its pin is expected to go, and pins go meanwhile.</summary>
internal static class ActiveBench
{
    private const int Connections = 64;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        await using var sidecar = await RunningSidecar.StartAsync(published, workspace.NewFolder());
        var heldAccount = await AcceptBench.HeldAccountAsync(sidecar);
        await Load.RunAsync(sidecar, heldAccount, Connections, size.WarmUp);
        await ActiveAsync(sidecar, "warm-up", size.WarmUp);

        List<Load> active = [], held = [];
        for (var round = 0; round < size.Rounds; round++)
        {
            held.Add(await Load.RunAsync(sidecar, heldAccount, Connections, size.Run));
            // A new one, whose queue begins empty.
            active.Add(await ActiveAsync(sidecar, $"active {round}", size.Run));
        }

        return
        [
            new(
                $"accepts for an active account ÷ for a held one, {Connections} connections",
                $"{Line.Spread(active.Zip(held, (a, h) => a.PerSecond / h.PerSecond), "0.00")} ×",
                "≥ 0.85 ×",
                $"{Load.Text(active)} ÷ {Load.Text(held)}"),
            new(
                "the longest that an accept took for an active account",
                $"{Line.Spread(active.Select(load => load.Longest), "0")} ms",
                "≤ 100 ms",
                $"for a held one {Line.Spread(held.Select(load => load.Longest), "0")} ms"),
        ];
    }

    private static async Task<Load> ActiveAsync(RunningSidecar sidecar, string name, TimeSpan time)
    {
        var account = (string)(await sidecar.SendAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name }))["id"]!;
        var boards = (await sidecar.SendAsync(HttpMethod.Get, $"/v1/boards?account_id={account}"))["items"]!.AsArray();
        return await Load.RunAsync(sidecar, account, Connections, time, [.. boards.Select(board => (string)board!["id"]!)]);
    }
}

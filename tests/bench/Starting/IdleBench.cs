using System.Diagnostics;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Starting;

/// <summary>What a sidecar with many accounts uses while none of them has anything to do for weeks.</summary>
internal static class IdleBench
{
    private const int Accounts = 1000, Batch = 100;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        var data = workspace.NewFolder();
        await using (var sidecar = await RunningSidecar.StartAsync(published, data)) await FillAsync(sidecar, Accounts);

        await using var idle = await RunningSidecar.StartAsync(published, data);
        await Task.Delay(size.Rest);
        var shares = new List<double>();
        for (var round = 0; round < size.Rounds; round++)
        {
            var (begun, used) = (Stopwatch.GetTimestamp(), idle.ProcessorTime);
            await Task.Delay(3 * size.Rest);
            shares.Add(100 * (idle.ProcessorTime - used) / Stopwatch.GetElapsedTime(begun));
        }

        return
        [
            new(
                $"processor time while idle, {Line.Text(Accounts, "N0")} accounts with nothing due",
                $"{Line.Spread(shares, "0.00")} % of a core",
                "≤ 0.5 %",
                $"each has a pin for in a month; {Line.Text(idle.Memory().Resident, "0")} MB"),
        ];
    }

    /// <summary>Makes accounts, each with a pin for in a month.</summary>
    public static async Task FillAsync(RunningSidecar sidecar, int accounts)
    {
        var later = TimeProvider.System.GetUtcNow().AddDays(30);
        foreach (var numbers in Enumerable.Range(0, accounts).Chunk(Batch))
        {
            var pins = new List<object>();
            foreach (var number in numbers)
            {
                var account = await sidecar.SendAsync(
                    HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = $"Account {number}" });
                pins.Add(new
                {
                    account_id = (string)account["id"]!,
                    board_id = "1000",
                    title = "A lamp",
                    image_url = "https://cdn.example.com/lamp.jpg",
                    publish_at = later,
                });
            }

            await sidecar.SendAsync(HttpMethod.Post, "/v1/pins/batch", new { pins });
        }
    }
}

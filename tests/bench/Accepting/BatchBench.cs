using System.Diagnostics;
using System.Text.Json.Nodes;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Accepting;

/// <summary>
/// What a batch saves: a hundred pins in one request against a hundred requests, one after the other as a workflow sends them.
/// </summary>
internal static class BatchBench
{
    private const int Pins = 100;

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        await using var sidecar = await RunningSidecar.StartAsync(published, workspace.NewFolder());
        var account = await AcceptBench.HeldAccountAsync(sidecar);

        List<double> batches = [], singles = [];
        for (var round = 0; round <= size.Rounds * 3; round++)
        {
            var batch = await TimeAsync(() => BatchAsync(sidecar, account, round));
            var single = await TimeAsync(() => SinglesAsync(sidecar, account, round));
            // The first round is spent on compiling.
            if (round == 0) continue;
            batches.Add(batch);
            singles.Add(single);
        }

        var gains = singles.Zip(batches, (single, batch) => single / batch);
        return [new(
            $"{Pins} calls ÷ a batch of {Pins}",
            Line.Spread(gains, "0.0") + " ×",
            "",
            $"a batch {Line.Spread(batches, "0")} ms; {Pins} calls, one after the other, {Line.Spread(singles, "0")} ms")];
    }

    private static async Task BatchAsync(RunningSidecar sidecar, string account, int round)
    {
        var answer = await sidecar.SendAsync(
            HttpMethod.Post, "/v1/pins/batch", new { pins = Enumerable.Range(0, Pins).Select(pin => Pin(account, $"b-{round}-{pin}")) });
        if ((int)answer["created"]! != Pins) throw new InvalidOperationException($"Of {Pins} pins {answer["created"]} were created.");
    }

    private static async Task SinglesAsync(RunningSidecar sidecar, string account, int round)
    {
        for (var pin = 0; pin < Pins; pin++) await sidecar.SendAsync(HttpMethod.Post, "/v1/pins", Pin(account, $"s-{round}-{pin}"));
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var begun = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static JsonObject Pin(string account, string key) => new()
    {
        ["account_id"] = account,
        ["board_id"] = "1000",
        ["title"] = "Oak side table, hand oiled",
        ["description"] = "A side table of solid oak with a drawer for what should be at hand.",
        ["link_url"] = "https://shop.example.com/products/oak-side-table",
        ["image_url"] = "https://cdn.example.com/images/oak-side-table-1000x1500.jpg",
        ["idempotency_key"] = key,
    };
}

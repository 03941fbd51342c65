using System.Diagnostics;
using System.Net.Http.Json;
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
        for (var round = 0; round < size.Asks + size.Rounds * 5; round++)
        {
            var batch = await BatchAsync(sidecar, account, round);
            // The first batches are spent on compiling.
            if (round < size.Asks) continue;
            batches.Add(batch);
            singles.Add(await SinglesAsync(sidecar, account, round));
        }

        return
        [
            new(
                $"batches of {Pins}, one caller",
                $"{Line.Spread(batches.Select(took => Pins / took * 1000), "0")} accepts/s",
                "≥ 15,000/s",
                $"a batch {Line.Spread(batches, "0.0")} ms"),
            new(
                $"{Pins} calls ÷ a batch of {Pins}",
                $"{Line.Spread(singles.Zip(batches, (single, batch) => single / batch), "0.0")} ×",
                "",
                $"{Pins} calls, one after the other, {Line.Spread(singles, "0")} ms"),
        ];
    }

    private static async Task<double> BatchAsync(RunningSidecar sidecar, string account, int round)
    {
        using var content = JsonContent.Create(
            new { pins = Enumerable.Range(0, Pins).Select(pin => Pin(account, $"b-{round}-{pin}")).ToArray() });
        // Written before it is timed.
        await content.LoadIntoBufferAsync();
        var (took, answer) = await sidecar.TimeAsync(HttpMethod.Post, "/v1/pins/batch", content);
        var created = (int)JsonNode.Parse(answer)!["created"]!;
        return created == Pins ? took : throw new InvalidOperationException($"Of {Pins} pins {created} were created.");
    }

    private static async Task<double> SinglesAsync(RunningSidecar sidecar, string account, int round)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var pin = 0; pin < Pins; pin++) await sidecar.SendAsync(HttpMethod.Post, "/v1/pins", Pin(account, $"s-{round}-{pin}"));
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

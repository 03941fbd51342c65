using System.Diagnostics;
using Connector.Bench.Accepting;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Publishing;

/// <summary>How fast one account publishes when only the connector and Pinterest's latency limit it.</summary>
internal static class PublishBench
{
    private const int BoardsAtOnce = 4;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    public static async Task<List<Line>> RunAsync(Workspace workspace, string published, RunSize size)
    {
        await using var stub = new StubPinterest();
        var address = await stub.StartAsync();
        await using var sidecar = await RunningSidecar.StartAsync(published, workspace.NewFolder(),
            $"Connector:Pinterest:ApiBaseUrl={address}", "Connector:Pacing:OrgWrite=10000000", "Connector:Pacing:Universal=10000000");
        var account = (string)(await sidecar.SendAsync(
            HttpMethod.Post, "/v1/accounts", new { environment = "production", name = "Bench", access_token = "pina_made_up" }))["id"]!;
        await sidecar.SendAsync(HttpMethod.Patch, $"/v1/accounts/{account}", new { settings = new { pins_per_day = (int?)null } });

        await sidecar.SendAsync(HttpMethod.Post, $"/v1/accounts/{account}/hold");
        await Load.RunAsync(sidecar, account, connections: 64, size.WarmUp);
        await sidecar.SendAsync(HttpMethod.Post, $"/v1/accounts/{account}/resume");

        await RateAsync(stub, size.WarmUp);
        var atOnce = await RatesAsync(stub, size);
        stub.Latency = Latency;
        await RateAsync(stub, size.WarmUp / 5);
        var slow = await RatesAsync(stub, size);

        var ideal = BoardsAtOnce / Latency.TotalSeconds;
        return
        [
            new(
                "an account against 50 ms latency ÷ ideal",
                Line.Spread(slow.Select(r => 100 * r / ideal), "0") + " %",
                "≥ 90 %",
                $"{Line.Spread(slow, "0.0")} pins/s of {Line.Text(ideal, "0")} (4 boards at once)"),
            new("an account against instant answers", Line.Spread(atOnce, "0") + " pins/s", "",
                "one account; three durable writes and one request a pin"),
        ];
    }

    private static async Task<List<double>> RatesAsync(StubPinterest stub, RunSize size)
    {
        var rates = new List<double>();
        for (var round = 0; round < size.Rounds; round++) rates.Add(await RateAsync(stub, size.Run));
        return rates;
    }

    private static async Task<double> RateAsync(StubPinterest stub, TimeSpan time)
    {
        var (begun, before) = (Stopwatch.GetTimestamp(), stub.Published);
        await Task.Delay(time);
        var rate = (stub.Published - before) / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return rate > 0 ? rate : throw new InvalidOperationException("Nothing was published while the account was measured.");
    }
}

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
        await using var fleet = await Fleet.StartAsync(workspace, published, accounts: 1);
        await Load.RunAsync(fleet.Sidecar, fleet.Accounts[0], connections: 64, size.WarmUp);
        await fleet.LetGoAsync();

        await RateAsync(fleet, size.WarmUp);
        var atOnce = await RatesAsync(fleet, size);
        fleet.Latency = Latency;
        await RateAsync(fleet, size.WarmUp / 5);
        var slow = await RatesAsync(fleet, size);

        var ideal = BoardsAtOnce / Latency.TotalSeconds;
        return
        [
            new(
                "an account against 50 ms latency ÷ ideal",
                Line.Spread(slow.Select(r => 100 * r / ideal), "0") + " %",
                "≥ 97 %",
                $"{Line.Spread(slow, "0.0")} pins/s of {Line.Text(ideal, "0")} (4 boards at once)"),
            new("an account against instant answers", Line.Spread(atOnce, "0") + " pins/s", "≥ 1,000/s",
                "one account; three durable writes and one request a pin"),
        ];
    }

    private static async Task<List<double>> RatesAsync(Fleet fleet, RunSize size)
    {
        var rates = new List<double>();
        for (var round = 0; round < size.Rounds; round++) rates.Add(await RateAsync(fleet, size.Run));
        return rates;
    }

    private static async Task<double> RateAsync(Fleet fleet, TimeSpan time)
    {
        var (begun, before) = (Stopwatch.GetTimestamp(), fleet.Published);
        await Task.Delay(time);
        var rate = (fleet.Published - before) / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        return rate > 0 ? rate : throw new InvalidOperationException("Nothing was published while the account was measured.");
    }
}

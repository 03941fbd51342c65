using System.Diagnostics;
using Connector.Bench.Report;
using Connector.Bench.Running;

namespace Connector.Bench.Accepting;

/// <summary>
/// What a number of connections got out of a sidecar; latencies in milliseconds, and the processor time it took for each pin in
/// microseconds.
/// </summary>
internal sealed record Load(int Pins, double PerSecond, double P50, double P99, double Longest, double Processor)
{
    // An account that is held needs no real ones.
    private static readonly string[] MadeUp = [.. Enumerable.Range(1000, 16).Select(number => $"{number}")];

    public static async Task<Load> RunAsync(
        RunningSidecar sidecar, string accountId, int connections, TimeSpan time, IReadOnlyList<string>? boards = null)
    {
        boards ??= MadeUp;
        var clients = Enumerable.Range(0, connections).Select(
            i => new Client(sidecar.Address, new PinRequest(sidecar.Address, accountId, boards[i % boards.Count]))).ToList();
        await Task.WhenAll(clients.Select(c => c.ConnectAsync()));

        var (begun, busy) = (Stopwatch.GetTimestamp(), sidecar.ProcessorTime);
        var end = begun + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var took = await Task.WhenAll(clients.Select(c => Task.Run(() => c.SendUntilAsync(end))));
        var elapsed = Stopwatch.GetElapsedTime(begun);
        clients.ForEach(c => c.Dispose());

        var sorted = took.SelectMany(t => t).Order().ToArray();
        return new Load(
            sorted.Length,
            sorted.Length / elapsed.TotalSeconds,
            Milliseconds(sorted, 0.5),
            Milliseconds(sorted, 0.99),
            Milliseconds(sorted, 1),
            (sidecar.ProcessorTime - busy).TotalMicroseconds / sorted.Length);
    }

    /// <summary>The figures of some rounds, as they are shown beside a ratio.</summary>
    public static string Text(IReadOnlyList<Load> loads) =>
        $"{Line.Spread(loads.Select(l => l.PerSecond), "0")}/s, p50 {Line.Spread(loads.Select(l => l.P50), "0.0")} ms, "
        + $"p99 {Line.Spread(loads.Select(l => l.P99), "0.0")} ms";

    private static double Milliseconds(long[] sorted, double part) =>
        sorted[(int)((sorted.Length - 1) * part)] * 1000.0 / Stopwatch.Frequency;
}

using Connector.Bench.Running;

namespace Connector.Bench.Stored;

/// <summary>Asks for the same again and again, one request after the other.</summary>
internal static class Asking
{
    // A method is compiled for good after 30 calls.
    private const int WarmUp = 40;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(20);

    /// <summary>How long the first answer took, and the later ones; a slow one is asked for less often.</summary>
    public static async Task<(double First, (double P50, double P99) Times)> AskAsync(RunningSidecar sidecar, string path, int asks)
    {
        var (first, _) = await sidecar.TimeAsync(HttpMethod.Get, path);
        var affordable = Math.Max(5, (int)(Most.TotalMilliseconds / first));
        for (var warm = 0; warm < Math.Min(WarmUp, affordable); warm++) await sidecar.TimeAsync(HttpMethod.Get, path);

        var times = new List<double>();
        for (var ask = 0; ask < Math.Min(asks, affordable); ask++) times.Add((await sidecar.TimeAsync(HttpMethod.Get, path)).Took);
        times.Sort();
        return (first, (times[times.Count / 2], times[times.Count * 99 / 100]));
    }
}

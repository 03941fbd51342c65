namespace Connector.Bench.Stored;

/// <summary>How long something took that was asked for again and again, one request after the other, in milliseconds.</summary>
internal sealed record Asking(double First, double P50, double P99)
{
    // A method is compiled for good after 30 calls.
    private const int WarmUp = 40, Fewest = 5;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(20);

    /// <param name="ask">Asks once, and says how long it took.</param>
    /// <param name="asks">How often it is asked for; what is slow is asked for less often.</param>
    public static async Task<Asking> AskAsync(Func<Task<double>> ask, int asks)
    {
        var first = await ask();
        var affordable = Math.Max(Fewest, (int)(Most.TotalMilliseconds / first));
        for (var warm = 0; warm < Math.Min(WarmUp, affordable); warm++) await ask();

        var times = new List<double>();
        for (var i = 0; i < Math.Min(asks, affordable); i++) times.Add(await ask());
        times.Sort();
        return new Asking(first, times[times.Count / 2], times[times.Count * 99 / 100]);
    }
}

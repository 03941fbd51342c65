namespace Connector.Common;

/// <summary>How long to wait before another try: exponential with full jitter, so that accounts do not retry all at once.</summary>
/// <remarks>https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/</remarks>
internal static class Backoff
{
    public static readonly TimeSpan Base = TimeSpan.FromSeconds(2), Cap = TimeSpan.FromMinutes(10);

    /// <summary>A random time between zero and <see cref="Longest"/>.</summary>
    public static TimeSpan Delay(long earlierTries, Random random) => Longest(earlierTries) * random.NextDouble();

    /// <summary>Base × 2^n, at most the cap: without jitter.</summary>
    public static TimeSpan Longest(long earlierTries)
    {
        var exponential = Base * Math.Pow(2, Math.Clamp(earlierTries, 0, 16));
        return exponential < Cap ? exponential : Cap;
    }
}

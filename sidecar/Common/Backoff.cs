namespace Connector.Common;

/// <summary>How long to wait before another try: exponential with full jitter, so that many accounts do not return together.</summary>
/// <remarks>https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/</remarks>
internal static class Backoff
{
    public static readonly TimeSpan Base = TimeSpan.FromSeconds(2), Cap = TimeSpan.FromMinutes(10);

    /// <summary>Between nothing and base × 2^n, at most the cap.</summary>
    public static TimeSpan Delay(long earlierTries, Random random)
    {
        var ceiling = Base * Math.Pow(2, Math.Clamp(earlierTries, 0, 16));
        return (ceiling < Cap ? ceiling : Cap) * random.NextDouble();
    }
}

using System.Collections.Concurrent;

namespace Connector.Pinterest;

/// <summary>
/// Whether our clock agrees with Pinterest's. Every answer carries the time there; between answers the monotonic clock, which nobody can
/// set, shows whether ours was set.
/// </summary>
internal sealed class PinterestClock(TimeProvider clock)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<PinterestEnvironment, (DateTimeOffset There, long Here)> _last = new();

    /// <summary>An answer came, with the time it was written.</summary>
    public void Note(PinterestEnvironment environment, DateTimeOffset there) => _last[environment] = (there, clock.GetTimestamp());

    /// <summary>False when our clock is off, and also before the first answer.</summary>
    public bool Confirms(PinterestEnvironment environment) => Off(environment) is { } off && off.Duration() <= Tolerance;

    /// <summary>How much our clock is ahead of Pinterest's; null before the first answer.</summary>
    public TimeSpan? Off(PinterestEnvironment environment) =>
        _last.TryGetValue(environment, out var last) ? clock.GetUtcNow() - last.There - clock.GetElapsedTime(last.Here) : null;
}

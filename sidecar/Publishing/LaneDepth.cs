using System.Collections.Concurrent;

namespace Connector.Publishing;

/// <summary>How many pins of an account are due, for answers that must not wait for a count: counted at most once a second.</summary>
internal sealed class LaneDepth(LaneStore store, TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Depth> _depths = new();

    /// <summary>A pin was accepted.</summary>
    public void Add(string accountId)
    {
        if (_depths.TryGetValue(accountId, out var depth)) Interlocked.Increment(ref depth.Count);
    }

    /// <summary>The place of a pin that has just joined the queue.</summary>
    public long Joined(string accountId)
    {
        var now = clock.GetTimestamp();
        if (_depths.TryGetValue(accountId, out var known) && clock.GetElapsedTime(known.CountedAt, now) < Memory) return Math.Max(1, known.Count);

        var counted = new Depth(now) { Count = store.CountDue(accountId) };
        _depths[accountId] = counted;
        return Math.Max(1, counted.Count);
    }

    private sealed class Depth(long countedAt)
    {
        public long CountedAt { get; } = countedAt;

        public long Count;
    }
}

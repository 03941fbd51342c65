using System.Collections.Concurrent;

namespace Connector.Publishing;

/// <summary>How many pins of an account are due, for answers that must not wait for a count: counted at most once a second, by one of those who ask.</summary>
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
        var depth = _depths.GetOrAdd(accountId, _ => new Depth());
        if (IsOld(depth)) Recount(accountId, depth);
        return Math.Max(1, Interlocked.Read(ref depth.Count));
    }

    private void Recount(string accountId, Depth depth)
    {
        // Counting a long queue takes a while: who comes meanwhile takes the last count, or waits for the first.
        if (depth.CountedAt is null) depth.Counting.Enter();
        else if (!depth.Counting.TryEnter()) return;

        try
        {
            if (!IsOld(depth)) return;
            Interlocked.Exchange(ref depth.Count, store.CountDue(accountId));
            depth.CountedAt = clock.GetTimestamp();
        }
        finally
        {
            depth.Counting.Exit();
        }
    }

    private bool IsOld(Depth depth) => depth.CountedAt is not { } at || clock.GetElapsedTime(at) >= Memory;

    private sealed class Depth
    {
        public readonly Lock Counting = new();
        public long Count;

        public long? CountedAt { get; set; }
    }
}

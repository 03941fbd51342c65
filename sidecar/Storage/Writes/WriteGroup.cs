using System.Diagnostics;

namespace Connector.Storage.Writes;

/// <summary>The writes that one transaction commits: the first that waited, and those that come while they run.</summary>
internal sealed class WriteGroup(WriteQueue waiting)
{
    private const int Most = 256;

    // What the workers of accounts write takes long; callers who wait for the next group must not wait for all of it.
    private static readonly TimeSpan LongestForOthers = TimeSpan.FromMilliseconds(3);

    public List<QueuedWrite> Writes { get; } = new(Most);

    /// <summary>Runs what waits and what comes meanwhile.</summary>
    public void Run(Action<QueuedWrite> run)
    {
        var spentOnOthers = TimeSpan.Zero;
        do
        {
            var (write, begun) = (Writes[^1], Stopwatch.GetTimestamp());
            run(write);
            if (!write.IsAccept) spentOnOthers += Stopwatch.GetElapsedTime(begun);
        }
        while (Writes.Count < Most && TryAddNext(others: spentOnOthers < LongestForOthers));
    }

    private bool TryAddNext(bool others)
    {
        if (!waiting.TryTake(others, out var next)) return false;
        Writes.Add(next);
        return true;
    }
}

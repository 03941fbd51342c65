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

    /// <summary>Runs what waits now, with one call for all that do the same.</summary>
    public void RunWaiting(Sql sql)
    {
        while (Writes.Count < Most && TryAddNext(others: true)) { }
        RunTogether(sql);
    }

    /// <summary>Runs those that are in it already, with one call for all that do the same.</summary>
    public void RunTogether(Sql sql)
    {
        foreach (var same in Writes.GroupBy(write => write.Work)) same.First().RunWith(sql, [.. same]);
    }

    private bool TryAddNext(bool others)
    {
        if (!waiting.TryTake(others, out var next)) return false;
        Writes.Add(next);
        return true;
    }
}

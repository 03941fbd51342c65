using System.Collections.Concurrent;

namespace Connector.Tests.Pinterest;

/// <summary>A clock on which short waits are over at once; longer ones, which are time limits, never are.</summary>
internal sealed class HastyClock : TimeProvider
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= Short)
        {
            Waits.Enqueue(dueTime);
            dueTime = TimeSpan.Zero;
        }
        else
        {
            dueTime = Timeout.InfiniteTimeSpan;
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }
}

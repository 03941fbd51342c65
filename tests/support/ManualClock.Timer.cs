namespace Connector.Tests.Support;

/// <remarks>Its timers.</remarks>
public sealed partial class ManualClock
{
    private sealed class Timer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? DueAt { get; private set; }

        /// <summary>What it was set to.</summary>
        public TimeSpan Span { get; private set; }

        /// <summary>Whether it ends a task, and does nothing else.</summary>
        public bool IsDelay => state is Task;

        public bool IsPeriodic => _period > TimeSpan.Zero;

        public void Schedule(DateTimeOffset firedAt) =>
            DueAt = _period > TimeSpan.Zero ? firedAt + _period : null;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            TaskCompletionSource set;
            lock (clock._gate)
            {
                _period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                Span = dueTime;
                if (!clock._timers.Contains(this)) clock._timers.Add(this);
                (set, clock._timerSet) = (clock._timerSet, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            set.SetResult();
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

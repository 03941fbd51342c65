namespace Connector.Tests.Support;

/// <summary>
/// A clock that stands still until a test moves it; timers that fall due fire in order, each at its own time, however the wall clock is
/// set.
/// </summary>
public sealed partial class ManualClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>Longer than every timeout: how long tests hold back an answer that must not come in time.</summary>
    public static readonly TimeSpan Stall = TimeSpan.FromSeconds(500);

    // Pauses between tries are no longer than this.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(5);

    // The timeouts of requests to Pinterest.
    private static readonly TimeSpan[] Limits = [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(90)];

    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = start;
    private TimeSpan _set;
    private (int Asks, TimeSpan By) _passing;
    private volatile TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ManualClock() : this(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        DateTimeOffset told;
        lock (_gate)
        {
            told = _now + _set;
            if (_passing.Asks == 0 || --_passing.Asks > 0) return told;
        }

        Advance(_passing.By);
        return told;
    }

    /// <summary>Lets time pass just after it has been asked for so many times, as it does while somebody works.</summary>
    public void PassAfter(int asks, TimeSpan by)
    {
        lock (_gate) _passing = (asks, by);
    }

    public override long GetTimestamp()
    {
        lock (_gate) return _now.UtcTicks;
    }

    /// <summary>When the next timer falls due; null when nothing waits.</summary>
    public DateTimeOffset? NextTimerAt
    {
        get
        {
            lock (_gate) return _timers.Where(t => t.DueAt is not null).Min(t => t.DueAt) + _set;
        }
    }

    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    public void AdvanceTo(DateTimeOffset wallTime)
    {
        DateTimeOffset target;
        lock (_gate) target = wallTime - _set;
        while (true)
        {
            Timer? due;
            lock (_gate)
            {
                due = _timers.Where(t => t.DueAt <= target).MinBy(t => t.DueAt);
                if (due is null)
                {
                    if (target > _now) _now = target;
                    return;
                }

                if (due.DueAt > _now) _now = due.DueAt!.Value;
                due.Schedule(_now);
            }

            due.Fire();
        }
    }

    /// <summary>
    /// Moves time on whenever somebody waits for just that (a pause before the next try, an answer that is held back), until the task is
    /// over.
    /// </summary>
    public async Task WaitOutAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            var set = _timerSet.Task;
            if (SomebodyWaits) AdvanceTo(NextTimerAt ?? GetUtcNow());
            else await Task.WhenAny(task, set);
        }

        await task;
    }

    /// <summary>
    /// Somebody waits for time alone: in a pause, or for an answer that is held back. A timeout alone does not count, because the
    /// request that it limits may be running.
    /// </summary>
    public bool SomebodyWaits
    {
        get
        {
            lock (_gate)
            {
                // What repeats is somebody's habit, for which nobody waits.
                var spans = _timers.Where(t => t is { DueAt: not null, IsPeriodic: false }).Select(t => t.Span).ToList();
                // The limit was set before the answer was held back; one set later is somebody else's.
                return spans.Exists(span => span <= Short) || spans.Take(spans.LastIndexOf(Stall) + 1).Any(Limits.Contains);
            }
        }
    }

    /// <summary>Ends when somebody sets a timer.</summary>
    public Task TimerSet => _timerSet.Task;

    /// <summary>How many wait in a Task.Delay of one of these spans.</summary>
    public int Delayed(params ReadOnlySpan<TimeSpan> spans)
    {
        lock (_gate)
        {
            var delayed = 0;
            foreach (var timer in _timers)
                if (timer is { IsDelay: true, DueAt: not null } && spans.Contains(timer.Span)) delayed++;
            return delayed;
        }
    }

    /// <summary>How many wait in a pause between tries.</summary>
    public int CountShortDelays()
    {
        lock (_gate) return _timers.Count(timer => timer is { IsDelay: true, DueAt: not null } && timer.Span <= Short);
    }

    /// <summary>Sets the wall clock without firing anything, as an administrator or NTP would.</summary>
    public void Jump(TimeSpan by)
    {
        lock (_gate) _set += by;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}

using System.Threading.Channels;

namespace Connector.Common;

/// <summary>Wakes one worker that waits for work; several wakes before it waits again count as one, and none is lost.</summary>
internal sealed class WakeSignal(TimeProvider clock)
{
    /// <summary>How often a wait looks at the clock: a timer measures elapsed time, and ends too late after the clock was set.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait, whatever is asked for; thousands of workers may wait, and each turn reads the database.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    // Clocks are corrected in small steps all the time.
    private static readonly TimeSpan LargestCorrection = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _pending = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly long _began = clock.GetTimestamp();
    private long _beganAt = clock.GetUtcNow().UtcTicks;
    private volatile bool _isWaiting;

    /// <summary>
    /// Raised when a wait begins, after its timer was set, with the time until which it waits; null when only a wake ends it.
    /// </summary>
    public event Action<DateTimeOffset?>? Waiting;

    /// <summary>Whether a wake has come that no wait has taken yet.</summary>
    public bool IsPending => _pending.Reader.TryPeek(out _);

    /// <summary>Whether the worker waits and nothing has woken it.</summary>
    public bool IsWaiting => _isWaiting && !IsPending;

    /// <summary>The time until which the last wait was asked for.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Ends the present wait, or the next one when there is none.</summary>
    public void Wake() => _pending.Writer.TryWrite(true);

    /// <summary>
    /// Waits for a wake, for that time, until it is seen that the clock was set, or for a quarter of an hour, whichever comes first; a
    /// cancelled wait ends without an exception.
    /// </summary>
    public async Task WaitAsync(DateTimeOffset? until, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        ITimer timer = null!;
        // Set only then, because its callback needs it.
        using var created = timer = clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(Span(until), Timeout.InfiniteTimeSpan);
        // The clock may have been set after the span was computed, or while there was work.
        if (until <= clock.GetUtcNow() || WasSet()) Wake();
        (Until, _isWaiting) = (until, true);
        Waiting?.Invoke(until);
        await ((Task)_pending.Reader.WaitToReadAsync(cancellation).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Before the wake is taken: between the two the worker must not be seen as waiting.
        _isWaiting = false;
        _pending.Reader.TryRead(out _);

        void Look()
        {
            if (until <= clock.GetUtcNow() || WasSet() || clock.GetElapsedTime(began) >= LongestWait) Wake();
            else timer.Change(Span(until), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Whether the clock was set since it was last seen to be: it and the time that has passed disagree.</summary>
    private bool WasSet()
    {
        var beganAt = (clock.GetUtcNow() - clock.GetElapsedTime(_began)).UtcTicks;
        if (Math.Abs(beganAt - Interlocked.Read(ref _beganAt)) < LargestCorrection.Ticks) return false;

        Interlocked.Exchange(ref _beganAt, beganAt);
        return true;
    }

    private TimeSpan Span(DateTimeOffset? until)
    {
        var span = until - clock.GetUtcNow() ?? LookInterval;
        return span < TimeSpan.Zero ? TimeSpan.Zero : span < LookInterval ? span : LookInterval;
    }
}

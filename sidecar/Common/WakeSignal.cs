using System.Threading.Channels;

namespace Connector.Common;

/// <summary>Wakes one worker that waits for work; several wakes before it waits again count as one, and none is lost.</summary>
internal sealed class WakeSignal(TimeProvider clock)
{
    /// <summary>The longest wait: a timer measures elapsed time, so it ends too late after the clock was set forward.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _pending = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
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
    /// Waits for a wake, for that time or for a minute, whichever comes first; a cancelled wait ends without an exception.
    /// </summary>
    public async Task WaitAsync(DateTimeOffset? until, CancellationToken cancellation)
    {
        using var timer = clock.CreateTimer(_ => Wake(), null, Span(until), Timeout.InfiniteTimeSpan);
        // The clock may have been set after the span was computed.
        if (until <= clock.GetUtcNow()) Wake();
        (Until, _isWaiting) = (until, true);
        Waiting?.Invoke(until);
        await ((Task)_pending.Reader.WaitToReadAsync(cancellation).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // Before the wake is taken: between the two the worker must not be seen as waiting.
        _isWaiting = false;
        _pending.Reader.TryRead(out _);
    }

    private TimeSpan Span(DateTimeOffset? until)
    {
        var span = until - clock.GetUtcNow() ?? LongestWait;
        return span < TimeSpan.Zero ? TimeSpan.Zero : span < LongestWait ? span : LongestWait;
    }
}

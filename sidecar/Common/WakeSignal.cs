using System.Threading.Channels;

namespace Connector.Common;

/// <summary>Wakes one worker when something has changed; rung often, it wakes it once.</summary>
internal sealed class WakeSignal(TimeProvider clock)
{
    // Should an alarm be lost, because the clock was set.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _rung.Writer.TryWrite(true);

    /// <summary>Waits until it is rung, or until that time.</summary>
    public async Task WaitAsync(DateTimeOffset? until, CancellationToken cancellation)
    {
        var span = until - clock.GetUtcNow() ?? LongestSleep;
        using var alarm = clock.CreateTimer(_ => Wake(), null, span < TimeSpan.Zero ? TimeSpan.Zero : span < LongestSleep ? span : LongestSleep, Timeout.InfiniteTimeSpan);
        // The clock may have been moved while the alarm was set.
        if (until <= clock.GetUtcNow()) Wake();
        await ((Task)_rung.Reader.WaitToReadAsync(cancellation).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _rung.Reader.TryRead(out _);
    }
}

using Connector.Publishing.Videos;

namespace Connector.Publishing.Worker;

/// <summary>After the clock was set back, lets nothing of an account wait for a time that only the wrong clock had.</summary>
internal sealed class DueTimeCorrector(QueueStore queue, VideoStore videos, TimeProvider clock)
{
    // Smaller steps back are common, and cost nothing but that time.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    // The highest time by which anything can have become due. At the start nobody knows what the last process saw, so it is higher than
    // any clock.
    private long _latest = long.MaxValue;

    /// <summary>Something may have become due by the clock as it is now.</summary>
    public void NoteTime()
    {
        var now = clock.GetUtcNow().UtcTicks;
        for (var latest = Interlocked.Read(ref _latest); latest < now; latest = Interlocked.Read(ref _latest))
            if (Interlocked.CompareExchange(ref _latest, now, latest) == latest) return;
    }

    /// <summary>Corrects the times of the account's pins and videos when the clock is behind the highest time noted.</summary>
    public async Task CorrectAsync(string accountId)
    {
        var now = clock.GetUtcNow();
        var latest = Interlocked.Read(ref _latest);
        if (latest - now.UtcTicks > Tolerance.Ticks)
            await Task.WhenAll(queue.CorrectDueAsync(accountId), videos.CorrectDueAsync(accountId));
        Interlocked.CompareExchange(ref _latest, now.UtcTicks, latest);
    }
}

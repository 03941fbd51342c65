using System.Threading.Channels;
using Connector.Accounts;
using Connector.Pacing;
using Connector.Pins;
using Connector.Pinterest;
using Connector.Publishing.Reconciliation;
using Connector.Publishing.Videos;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Worker;

/// <summary>Works the queue of one account: one create in flight per board, a few boards at once, never faster than its pace.</summary>
internal sealed partial class AccountWorker(
    string accountId, QueueStore store, NextPinSelector line, PinPublisher publisher, AccountCircuitBreaker guard, LinkHolds links, ReconciliationWorker look, VideoWorker videos,
    AccountStore accounts, PaceLedger pace, IOptions<PacingOptions> pacing, PinterestClock theirs, PinChanges changes, TimeProvider clock, ILogger<AccountWorker> logger)
{
    // Should a bell or a timer be lost, the lane still looks after this time.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ErrorDelay = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Dictionary<string, Task> _inFlight = [];
    private volatile bool _wantsPins = true, _isAsleep;
    private int _awaits;

    // The highest time by which anything can have become due; more than any clock shows until the first look, because nobody knows what the last process saw.
    private long _latest = long.MaxValue;

    /// <summary>Raised when the lane has nothing to do before that time; null when only a bell can wake it.</summary>
    public event Action<DateTimeOffset?>? Idle;

    /// <summary>For how many answers of Pinterest's it waits, and nothing else but its alarm or a bell; null while it works.</summary>
    public int? PendingAnswers => _isAsleep && !_wake.Reader.TryPeek(out _) ? _awaits : null;

    /// <summary>When it wanted to look again as it last fell asleep; null when only a bell can wake it.</summary>
    public DateTimeOffset? WakeAt { get; private set; }

    /// <summary>Something changed: look again.</summary>
    public void Wake()
    {
        NoteTime();
        _wake.Writer.TryWrite(true);
    }

    /// <summary>A pin joined the queue; a lane that cannot take even those before it need not look.</summary>
    public void PinAdded()
    {
        if (_wantsPins) Wake();
        else NoteTime();
    }

    /// <summary>Works until stopped; then waits for what is in flight, which <paramref name="abort"/> cuts short.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        while (!stop.IsCancellationRequested)
        {
            var wakeAt = await WorkSafelyAsync(stop, abort);
            await SleepAsync(wakeAt, stop);
        }

        await Task.WhenAll([.. _inFlight.Values, look.Current, videos.Current]);
    }

    private async Task<DateTimeOffset?> WorkAsync(CancellationToken stop, CancellationToken abort)
    {
        foreach (var (board, _) in _inFlight.Where(f => f.Value.IsCompleted).ToList()) _inFlight.Remove(board);
        await CorrectAsync();
        var account = accounts.Find(accountId);
        if (account is { Status: AccountStatus.Held, HeldUntil: { } until } && until <= clock.GetUtcNow())
        {
            await guard.ProbeAsync(account, stop);
            account = accounts.Find(accountId);
        }

        var looksAt = account is null or { Status: AccountStatus.ReconnectRequired } ? null : look.Start(accountId, Wake, abort);
        if (account is not { Status: AccountStatus.Active }) return Earlier(looksAt, Blocked(account?.HeldUntil));

        var videosAt = await videos.StartAsync(accountId, guard, Wake, stop);
        return Earlier(Earlier(looksAt, videosAt), await FillAsync(stop, abort));
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;

    /// <summary>Starts every create that may start now; returns when to look again.</summary>
    private async Task<DateTimeOffset?> FillAsync(CancellationToken stop, CancellationToken abort)
    {
        while (true)
        {
            // One time for what is due and for what is due next: a pin that falls due between two would be neither.
            var now = clock.GetUtcNow();
            foreach (var pinId in await store.QueueDueAsync(accountId, now)) changes.Raise(pinId);
            if (stop.IsCancellationRequested || _inFlight.Count >= pacing.Value.BoardsAtOnce) return Blocked(until: null);

            // Before looking, so that a pin that joins just after is not missed.
            _wantsPins = true;
            if (accounts.Find(accountId) is not { Status: AccountStatus.Active } account) return Blocked(until: null);
            var (pin, nextAt) = line.Next(accountId, _inFlight.Keys, now);
            if (pin is null) return nextAt;

            var decision = pace.TryBegin(accountId);
            if (!decision.IsNow) return Blocked(decision.NotBefore);

            if (await ClaimAsync(pin, theirs.Confirms(account.Environment)) is { } claim) _inFlight[claim.Pin.BoardId] = ReconciliationWorker.Beside(() => PublishAsync(claim, abort), Wake);
        }
    }

    /// <summary>Nothing can start, whatever joins the queue.</summary>
    private DateTimeOffset? Blocked(DateTimeOffset? until)
    {
        _wantsPins = false;
        return until;
    }

    private async Task<Claim?> ClaimAsync(PacedPin pin, bool clockConfirmed)
    {
        Claim? claim = null;
        try
        {
            claim = await store.ClaimAsync(accountId, pin.Id, clockConfirmed);
        }
        finally
        {
            if (claim is null) pace.Release(accountId, PublishedLimits.OrgWrite);
        }

        if (claim is null) return null;
        // As it was claimed: it may have been edited since it was found in line.
        pace.RecordPublish(accountId, claim.Pin.Paced, claim.At);
        changes.Raise(pin.Id);
        return claim;
    }

    private async Task PublishAsync(Claim claim, CancellationToken abort)
    {
        var begun = clock.GetTimestamp();
        try
        {
            var verdict = await publisher.PublishAsync(claim, abort);
            pace.RecordLatency(accountId, clock.GetElapsedTime(begun));
            if (await store.CompleteAsync(claim, verdict)) await AfterAttemptAsync(claim, verdict);
            else Log.Overtaken(logger, claim.Pin.Id, verdict.Outcome, verdict.PinterestPinId ?? verdict.Message);
        }
        catch (Exception error)
        {
            Log.Unsettled(logger, error, claim.Pin.Id);
        }

        changes.Raise(claim.Pin.Id);
    }

    private async Task AfterAttemptAsync(Claim claim, AttemptResult verdict)
    {
        if (verdict.Outcome is AttemptOutcome.Refused or AttemptOutcome.NotSent) pace.Invalidate(accountId);
        Log.Ended(logger, claim.Pin.Id, accountId, verdict.Next, verdict.Outcome, verdict.PinterestPinId ?? verdict.Message, verdict.RequestId);
        await guard.RecordAsync(accountId, verdict);
        if (verdict.ErrorCode != "link_blocked" || claim.Pin.LinkDomain is null) return;
        foreach (var waiting in await links.HoldAsync(claim.Pin, verdict.Message!)) changes.Raise(waiting);
    }

    /// <summary>After the clock was set back, nothing must wait for a time that only the wrong clock had.</summary>
    private async Task CorrectAsync()
    {
        var now = clock.GetUtcNow();
        var latest = Interlocked.Read(ref _latest);
        if (latest - now.UtcTicks > ErrorDelay.Ticks) await Task.WhenAll(store.CorrectDueAsync(accountId), videos.CorrectDueAsync(accountId));
        Interlocked.CompareExchange(ref _latest, now.UtcTicks, latest);
    }

    private void NoteTime()
    {
        var now = clock.GetUtcNow().UtcTicks;
        for (var latest = Interlocked.Read(ref _latest); latest < now; latest = Interlocked.Read(ref _latest))
            if (Interlocked.CompareExchange(ref _latest, now, latest) == latest) return;
    }

    private async Task<DateTimeOffset?> WorkSafelyAsync(CancellationToken stop, CancellationToken abort)
    {
        try
        {
            return await WorkAsync(stop, abort);
        }
        catch (Exception error)
        {
            // A lane must not die: a full disk or a bug delays it and is in the log.
            Log.Stumbled(logger, error, accountId);
            return clock.GetUtcNow() + ErrorDelay;
        }
    }

    private async Task SleepAsync(DateTimeOffset? wakeAt, CancellationToken stop)
    {
        var span = wakeAt - clock.GetUtcNow() ?? LongestSleep;
        using var alarm = clock.CreateTimer(_ => Wake(), null, span < TimeSpan.Zero ? TimeSpan.Zero : span < LongestSleep ? span : LongestSleep, Timeout.InfiniteTimeSpan);
        // The clock may have been moved while the alarm was set.
        if (wakeAt <= clock.GetUtcNow()) Wake();
        (WakeAt, _awaits, _isAsleep) = (wakeAt, _inFlight.Count + videos.Busy + (look.Current.IsCompleted ? 0 : 1), true);
        Idle?.Invoke(wakeAt);
        await ((Task)_wake.Reader.WaitToReadAsync(stop).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _isAsleep = false;
        _wake.Reader.TryRead(out _);
    }
}

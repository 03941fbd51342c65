using Connector.Pacing;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Worker;

/// <summary>
/// Starts attempts at an account's pins: one in flight per board, a few boards at once, never faster than the account's pace.
/// </summary>
internal sealed class AttemptStarter(
    PinClaimer claimer, NextPinSelector selector, AttemptRunner runner, AccountCircuitBreaker breaker, PaceLedger pace,
    IOptions<PacingOptions> pacing, TimeProvider clock)
{
    private readonly RunningTasks _boards = new();
    private volatile bool _wantsPins = true;

    /// <summary>Whether another pin in the queue could be started.</summary>
    public bool WantsPins => _wantsPins;

    public int Pending => _boards.Count;

    /// <summary>Completes when all attempts under way have ended.</summary>
    public Task Current => _boards.All;

    public void RemoveEnded() => _boards.RemoveEnded();

    /// <summary>Nothing can start before that time, whatever joins the queue.</summary>
    public DateTimeOffset? Block(DateTimeOffset? until)
    {
        _wantsPins = false;
        return until;
    }

    /// <summary>Starts every attempt that may start now; returns when the next one may.</summary>
    public async Task<DateTimeOffset?> StartAsync(string accountId, Action wake, CancellationToken stop, CancellationToken abort)
    {
        while (true)
        {
            // One time for what is due and for what is due next: a pin that falls due between two would be neither.
            var now = clock.GetUtcNow();
            await claimer.QueueDueAsync(accountId, now);
            if (stop.IsCancellationRequested || _boards.Count >= pacing.Value.BoardsAtOnce) return Block(until: null);

            // Before the selection, so that a pin that joins just after is not missed.
            _wantsPins = true;
            if (breaker.Admit(accountId, underWay: _boards.Count) is not { } account) return Block(until: null);
            var (pin, nextAt) = selector.Next(accountId, _boards.Keys, now);
            if (pin is null) return nextAt;

            var decision = pace.TryBegin(accountId);
            if (!decision.IsNow) return Block(decision.NotBefore);

            if (await claimer.ClaimAsync(account, pin) is { } claim)
                _boards.Start(claim.Pin.BoardId, () => runner.RunAsync(claim, abort), wake);
        }
    }
}

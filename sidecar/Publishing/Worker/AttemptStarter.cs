using Connector.Accounts;
using Connector.Common;
using Connector.Pacing;
using Connector.Pins.Lifecycle;
using Connector.Replicas;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Worker;

/// <summary>
/// Starts attempts at an account's pins: one in flight per board, a few boards at once, never faster than the account's pace. Where one was
/// accepted the next follows at once, claimed as the last was written down.
/// </summary>
internal sealed class AttemptStarter(
    PinClaimer claimer, NextPinSelector selector, QueueStore queue, AttemptRunner runner, AccountCircuitBreaker breaker,
    IAccountLeases leases, IOptions<PacingOptions> pacing, TimeProvider clock)
{
    private readonly RunningTasks _attempts = new();
    private readonly BusyBoards _boards = new();
    private volatile bool _wantsPins = true;

    /// <summary>Whether another pin in the queue could be started.</summary>
    public bool WantsPins => _wantsPins;

    public int Pending => _attempts.Count;

    /// <summary>Completes when all attempts under way have ended.</summary>
    public Task Current => _attempts.All;

    public void RemoveEnded() => _attempts.RemoveEnded();

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
            if (stop.IsCancellationRequested || !leases.Holds(accountId)) return Block(until: null);
            // Attempts follow each other by themselves; what falls due has to be queued for them.
            if (_attempts.Count >= pacing.Value.BoardsAtOnce) return Block(queue.NextDueAt(accountId, now));

            // Before the selection, so that a pin that joins just after is not missed.
            _wantsPins = true;
            if (breaker.Admit(accountId, underWay: _attempts.Count) is not { } account) return Block(until: null);
            (PacedPin? Pin, DateTimeOffset? At) first = default;
            (NextPin? Next, PaceDecision Decision) choice = default;
            // Both inside: where one fails, no board stays busy.
            _boards.Take(busy =>
            {
                first = selector.Next(accountId, busy, now);
                if (first.Pin is not null) choice = claimer.Choose(account, first.Pin, stop);
                return choice.Next?.Pin;
            });
            if (first.Pin is null) return first.At;
            if (choice.Next is null)
            {
                // A rule of its board, link or domain, which another attempt has just met: another pin may go.
                if (choice.Decision.Partition.Length > 0) continue;
                return Block(choice.Decision.NotBefore);
            }

            if (await ClaimAsync(choice.Next) is { } claim)
                _attempts.Start(claim.AttemptId, () => RunAsync(claim, wake, stop, abort), wake);
        }
    }

    private async Task<Claim?> ClaimAsync(NextPin next)
    {
        Claim? claim = null;
        try
        {
            claim = await claimer.ClaimAsync(next);
            if (claim is not null) _boards.Move(next.Pin.BoardId, claim.Pin.BoardId);
            return claim;
        }
        finally
        {
            if (claim is null) _boards.Free(next.Pin.BoardId);
        }
    }

    /// <summary>Runs the attempt, and those that follow it.</summary>
    private async Task RunAsync(Claim first, Action wake, CancellationToken stop, CancellationToken abort)
    {
        var (accountId, board) = (first.Pin.AccountId, first.Pin.BoardId);
        for (var claim = first; claim is not null;)
        {
            claim = await runner.RunAsync(claim, Next, abort);
            // While attempts follow each other, nothing else tells the worker that another may run beside them.
            if (claim is not null && _boards.Count < pacing.Value.BoardsAtOnce) wake();
            if (claim is null || claim.Pin.BoardId == board) continue;
            _boards.Move(board, claim.Pin.BoardId);
            board = claim.Pin.BoardId;
        }

        _boards.Free(board);

        NextPin? Next()
        {
            var next = stop.IsCancellationRequested ? null : ChooseAfter(accountId, board, stop);
            if (next is not null) board = next.Pin.BoardId;
            return next;
        }
    }

    /// <summary>The pin that may follow at once; null when there is none, and the account's worker decides what comes then.</summary>
    private NextPin? ChooseAfter(string accountId, string freed, CancellationToken stop)
    {
        NextPin? next = null;
        try
        {
            if (breaker.Admit(accountId, underWay: _boards.Count - 1) is { Status: AccountStatus.Active } account)
                _boards.Take(busy => (next = Choose(account, busy, stop))?.Pin, freed);
        }
        catch (StorageUnavailableException)
        {
            // How the last one ended must be written first.
        }

        return next;
    }

    private NextPin? Choose(AccountRow account, IReadOnlyCollection<string> busy, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // What has just fallen due may go before the others: the worker queues it first.
        return !queue.AnyDue(account.Id, now) && selector.First(account.Id, busy, now).Pin is { } pin
            ? claimer.Choose(account, pin, stop).Next
            : null;
    }
}

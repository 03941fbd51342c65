using Connector.Accounts;
using Connector.Publishing.Reconciliation;
using Connector.Publishing.Videos;
using Connector.Replicas;

namespace Connector.Publishing.Worker;

/// <summary>All that an account has to do, each beside the others: board lookups, steps of videos, attempts at pins.</summary>
internal sealed class AccountTasks(
    AccountStore accounts, AccountCircuitBreaker breaker, ReconciliationWorker lookups, VideoWorker videos, AttemptStarter attempts,
    DueTimeCorrector dueTimes, IAccountLeases leases, TimeProvider clock)
{
    /// <summary>Whether another pin in the queue could be started now.</summary>
    public bool WantsPins => attempts.WantsPins;

    /// <summary>How many are under way.</summary>
    public int Pending => lookups.Pending + videos.Pending + attempts.Pending;

    /// <summary>Completes when all that is under way has ended.</summary>
    public Task Current => Task.WhenAll(lookups.Current, videos.Current, attempts.Current);

    /// <summary>Starts all that is due; returns when more will be due, or null when only a wake brings work.</summary>
    public async Task<DateTimeOffset?> StartDueAsync(string accountId, Action wake, CancellationToken stop, CancellationToken abort)
    {
        RemoveEnded();
        // Another replica does it, or will.
        if (!leases.Holds(accountId)) return attempts.Block(null);

        await dueTimes.CorrectAsync(accountId);
        var account = await ProbedAsync(accountId, stop);

        // Nothing is read in the name of an account whose token is dead.
        var canRead = account is not (null or { Status: AccountStatus.ReconnectRequired });
        var lookupAt = canRead ? lookups.Start(accountId, wake, abort) : null;
        if (account is { Status: AccountStatus.Held } && breaker.MayProbe(account))
            return Earlier(lookupAt, await StartProbeAsync(account, wake, stop, abort));
        if (account is not { Status: AccountStatus.Active }) return Earlier(lookupAt, attempts.Block(account?.HeldUntil));

        var videoAt = await videos.StartAsync(accountId, wake, stop);
        return Earlier(Earlier(lookupAt, videoAt), await attempts.StartAsync(accountId, wake, stop, abort));
    }

    private async Task<DateTimeOffset?> StartProbeAsync(AccountRow account, Action wake, CancellationToken stop, CancellationToken abort)
    {
        await attempts.StartAsync(account.Id, wake, stop, abort);
        if (attempts.Pending == 0 && !stop.IsCancellationRequested) await breaker.GoOnAsync(account);
        return account.HeldUntil;
    }

    private void RemoveEnded()
    {
        lookups.RemoveEnded();
        videos.RemoveEnded();
        attempts.RemoveEnded();
    }

    private async Task<AccountRow?> ProbedAsync(string accountId, CancellationToken stop)
    {
        var account = accounts.Find(accountId);
        if (account is not { Status: AccountStatus.Held, HeldUntil: { } until } || until > clock.GetUtcNow()) return account;

        await breaker.ProbeAsync(account, stop);
        return accounts.Find(accountId);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;
}

using Connector.Common;
using Connector.Http;
using Connector.Pacing;
using Connector.Publishing.Worker;
using Connector.Replicas;
using Connector.Storage;

namespace Connector.Publishing.Keeping;

/// <summary>
/// Sees to it that each account is worked by one replica: takes those that none works, and gives up what is more than its share.
/// </summary>
internal sealed partial class AccountKeeper(
    Heartbeat heartbeat, AccountLeases leases, QueueStore store, AccountWorkers workers, PaceLedger pace, RequestShare requests,
    Database database, ILogger<AccountKeeper> logger) : BackgroundService
{
    /// <summary>The topic by which replicas tell each other that an account is free.</summary>
    public const string FreedTopic = "freed";

    private const int MostAtOnce = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private bool _areAllFull;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        heartbeat.Start();
        database.Announced += OnAnnounced;
        await LookAsync();
        await base.StartAsync(cancellationToken);
    }

    /// <summary>The workers have ended by now: others may take over at once.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        database.Announced -= OnAnnounced;
        await base.StopAsync(cancellationToken);
        heartbeat.Dispose();
        database.Tell(FreedTopic);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => WorkerLoop.RunAsync(
        leases.Wake, LookAsync, error => Log.LookFailed(logger, error), TimeProvider.System, stoppingToken);

    /// <summary>Takes and gives up what is to be taken and given up now; returns when to look again.</summary>
    private async Task<DateTimeOffset?> LookAsync()
    {
        if (heartbeat.Id is not { Length: > 0 } me) return Next();

        var now = database.Read(sql => ReplicaTable.Read(sql, MostAtOnce));
        requests.Replicas = Math.Max(1, now.Alive.Count);
        Correct(me, now);
        Warn(now);
        var (giveUp, take) = AccountShares.Of(me, now);
        if (take.Count > 0) await TakeAsync(me, take);
        await GiveUpAsync(me, giveUp);
        // There may be more of them than are read at once.
        return take.Count == MostAtOnce ? TimeProvider.System.GetUtcNow() : Next();
    }

    /// <summary>What a transaction took for lost may not be, and the other way round.</summary>
    private void Correct(string me, Membership now)
    {
        // Once the lease is over nothing may be started, whatever is known; the heartbeat begins anew.
        if (now.Alive.FirstOrDefault(replica => replica.Id == me) is not { } mine || !leases.MayBeWrong(mine.Accounts)) return;

        var held = database.Read(sql => ReplicaTable.Of(sql, me));
        leases.Replace(me, held);
        foreach (var account in held) workers.Wake(account.AccountId);
    }

    private void Warn(Membership now)
    {
        var areAllFull = AccountShares.AreAllFull(now);
        if (areAllFull && !_areAllFull) Log.AllFull(logger, now.Orphans.Count);
        _areAllFull = areAllFull;
    }

    private static DateTimeOffset Next() => TimeProvider.System.GetUtcNow() + Interval;

    private async Task TakeAsync(string me, IReadOnlyList<string> accountIds)
    {
        var (taken, interrupted) = await store.TakeOverAsync(me, accountIds);
        // What nobody else has worked is known here.
        foreach (var account in taken.Where(account => account.Fence > 1)) pace.Forget(account.AccountId);
        leases.Add(me, taken);
        workers.Interrupted(interrupted);
        foreach (var account in taken) workers.Wake(account.AccountId);
    }

    private async Task GiveUpAsync(string me, int count)
    {
        var leaving = leases.Held
            .OrderByDescending(account => leases.Leaving.Contains(account.AccountId))
            .ThenByDescending(account => workers.IsIdle(account.AccountId))
            .ThenBy(account => AccountShares.Score(me, account.AccountId))
            .Take(count)
            .ToList();
        foreach (var accountId in leases.Leaving.Except(leaving.Select(account => account.AccountId)))
        {
            leases.Stay(accountId);
            workers.Wake(accountId);
        }

        var given = 0;
        foreach (var account in leaving)
        {
            // What is under way ends here first, and nothing follows it.
            leases.Leave(account);
            if (!workers.IsIdle(account.AccountId) || !await store.GiveUpAsync(me, account)) continue;

            leases.Remove(account);
            workers.Remove(account.AccountId);
            given++;
        }

        if (given > 0) database.Tell(FreedTopic);
    }

    private void OnAnnounced(string topic)
    {
        if (topic == FreedTopic) leases.Look();
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "Accounts could not be taken over or given up; it is tried again in a second, and what this replica has goes on.")]
        public static partial void LookFailed(ILogger logger, Exception error);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Every replica has as many accounts as Connector:Replicas:MostAccounts lets it. At least {Count} accounts have none, "
                + "and their pins wait: raise the setting, or start another replica.")]
        public static partial void AllFull(ILogger logger, int count);
    }
}

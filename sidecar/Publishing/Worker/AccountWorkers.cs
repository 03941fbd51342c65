using System.Collections.Concurrent;
using Connector.Accounts;
using Connector.Common;
using Connector.Pins;
using Connector.Replicas;

namespace Connector.Publishing.Worker;

/// <summary>The workers of this process, one for each account with work: starts them, wakes them, and stops them gently.</summary>
internal sealed partial class AccountWorkers(
    IServiceScopeFactory scopes, QueueStore store, AccountChanges accounts, QueueChanges queue, PinChanges pins,
    IAccountLeases leases, TimeProvider clock, ILogger<AccountWorkers> logger) : IHostedService, IDisposable
{
    /// <summary>How long a stop waits for answers of Pinterest that are under way.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, Lazy<Started>> _workers = new();
    private readonly CancellationTokenSource _stop = new(), _abort = new();
    private volatile bool _running;

    /// <summary>There may be something to do for this account.</summary>
    public void Wake(string accountId)
    {
        if (_running && leases.Holds(accountId)) Of(accountId).Wake();
    }

    /// <summary>A pin joined this account's queue; its video need not wait until the account can create pins again.</summary>
    public void PinAdded(string accountId, bool needsVideo)
    {
        if (!_running || !leases.Holds(accountId)) return;
        if (needsVideo) Of(accountId).Wake();
        else Of(accountId).PinAdded();
    }

    public AccountWorker Of(string accountId) => _workers.GetOrAdd(accountId, id => new Lazy<Started>(() => Start(id))).Value.Worker;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (leases.HasAll) Interrupted(await store.CompleteInterruptedAsync());

        _running = true;
        accounts.Changed += AccountChanged;
        queue.Changed += Wake;
        queue.PinAdded += PinAdded;
        foreach (var accountId in store.AccountsWithWork()) Wake(accountId);
    }

    /// <summary>Says of which pins the outcome is unknown.</summary>
    public void Interrupted(IReadOnlyList<string> pinIds)
    {
        if (pinIds.Count > 0) Log.Interrupted(logger, pinIds.Count, string.Join(", ", pinIds.Take(10)));
    }

    /// <summary>Whether nothing is under way for the account; then another may have it.</summary>
    public bool IsIdle(string accountId) =>
        !_workers.TryGetValue(accountId, out var worker) || !worker.IsValueCreated || worker.Value.Worker.PendingAnswers == 0;

    /// <summary>The account was given up: its worker, which has nothing under way, ends.</summary>
    public void Remove(string accountId)
    {
        if (_workers.TryRemove(accountId, out var worker) && worker.IsValueCreated) _ = EndAsync(worker.Value);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _running = false;
        accounts.Changed -= AccountChanged;
        queue.Changed -= Wake;
        queue.PinAdded -= PinAdded;
        await _stop.CancelAsync();

        var all = Task.WhenAll(_workers.Values.Select(worker => worker.Value.Work));
        if (await Task.WhenAny(all, Task.Delay(Grace, clock, cancellationToken)) != all)
        {
            await _abort.CancelAsync();
            await all.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        foreach (var worker in _workers.Values.Where(worker => worker.IsValueCreated)) worker.Value.Dispose();
        _stop.Dispose();
        _abort.Dispose();
    }

    private void AccountChanged(string accountId)
    {
        pins.RaiseAll();
        if (!leases.Holds(accountId)) leases.Look();
        Wake(accountId);
    }

    private Started Start(string accountId)
    {
        var scope = scopes.CreateScope();
        var worker = ActivatorUtilities.CreateInstance<AccountWorker>(scope.ServiceProvider, accountId);
        var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        return new Started(worker, scope, end, BackgroundTasks.Run(() => worker.RunAsync(end.Token, _abort.Token)));
    }

    private static async Task EndAsync(Started worker)
    {
        await worker.End.CancelAsync();
        await worker.Work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        worker.Dispose();
    }

    private sealed record Started(AccountWorker Worker, IServiceScope Scope, CancellationTokenSource End, Task Work) : IDisposable
    {
        public void Dispose()
        {
            Scope.Dispose();
            End.Dispose();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Count} pins were being published when the connector last stopped; their outcome is unknown, "
                + "so their boards are read before anything is sent again: {PinIds}.")]
        public static partial void Interrupted(ILogger logger, int count, string pinIds);
    }
}

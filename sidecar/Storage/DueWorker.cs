using Connector.Common;

namespace Connector.Storage;

/// <summary>Works rows of a table as they fall due, a few at once; one that waits or fails stops no other.</summary>
/// <param name="database">Wakes the worker with what it announces.</param>
/// <param name="topic">Announced when a row may have become due.</param>
/// <param name="clock">The clock of the times at which rows are due.</param>
internal abstract class DueWorker<TRow>(Database database, string topic, TimeProvider clock) : BackgroundService
    where TRow : class
{
    private readonly WakeSignal _wake = new(clock);
    private readonly RunningTasks _work = new();

    /// <summary>How many are being worked here.</summary>
    public int AtWork => _work.Count;

    protected TimeProvider Clock => clock;

    protected abstract int MostAtOnce { get; }

    /// <summary>How long to wait where a row is due that another process works.</summary>
    protected virtual TimeSpan WhileTaken => TimeSpan.Zero;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Nobody else can have them: one process has the data directory.
        if (!database.IsShared) await ForgetAsync();
        database.Announced += OnAnnounced;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        database.Announced -= OnAnnounced;
        await base.StopAsync(cancellationToken);
        await _work.All.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends what an earlier life of the only process there can be has taken.</summary>
    protected virtual Task ForgetAsync() => Task.CompletedTask;

    /// <summary>When the next row is due that is not worked here; null when there is none.</summary>
    protected abstract DateTimeOffset? NextAt(IReadOnlyCollection<string> busy);

    /// <summary>Takes a row that is due; null when others have taken them.</summary>
    protected abstract Task<TRow?> ClaimAsync(IReadOnlyCollection<string> busy);

    protected abstract string KeyOf(TRow row);

    /// <summary>Works a row; throws nothing.</summary>
    protected abstract Task WorkAsync(TRow row, CancellationToken stop);

    /// <summary>Says that rows could not be claimed, which is tried again.</summary>
    protected abstract void StartFailed(Exception error);

    protected sealed override Task ExecuteAsync(CancellationToken stoppingToken) =>
        WorkerLoop.RunAsync(_wake, () => StartDueAsync(stoppingToken), StartFailed, clock, stoppingToken);

    /// <summary>Starts all that is due; returns when to look again.</summary>
    private async Task<DateTimeOffset?> StartDueAsync(CancellationToken stop)
    {
        _work.RemoveEnded();
        while (!stop.IsCancellationRequested && _work.Count < MostAtOnce)
        {
            if (NextAt(_work.Keys) is not { } next) return null;
            if (next > clock.GetUtcNow()) return next;
            if (await ClaimAsync(_work.Keys) is not { } row) return clock.GetUtcNow() + WhileTaken;
            _work.Start(KeyOf(row), () => WorkAsync(row, stop), _wake.Wake);
        }

        return null;
    }

    private void OnAnnounced(string announced)
    {
        if (announced == topic || announced == Database.Everything) _wake.Wake();
    }
}

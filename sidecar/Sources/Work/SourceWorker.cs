using System.Collections.Concurrent;
using Connector.Common;
using Connector.Http;
using Connector.Sources.Store;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Sources.Work;

/// <summary>Looks at sources when they are due, a few at once; one that waits or fails stops no other.</summary>
internal sealed partial class SourceWorker(
    SourceLeases leases, SourceProgress progress, SourceRun run, Database database, IOptions<StorageOptions> storage,
    IOptions<SourceOptions> options, TimeProvider clock, ILogger<SourceWorker> logger)
    : BackgroundService
{
    private readonly WakeSignal _wake = new(clock);
    private readonly ConcurrentDictionary<string, Task> _work = new();

    /// <summary>How many sources are being looked at here.</summary>
    public int AtWork => _work.Count;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Nobody else can have them: one process has the data directory.
        if (!storage.Value.Database.IsPostgres) await leases.ForgetAsync();
        database.Announced += OnAnnounced;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        database.Announced -= OnAnnounced;
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_work.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        WorkerLoop.RunAsync(_wake, () => StartDueAsync(stoppingToken), error => Log.StartFailed(logger, error), clock, stoppingToken);

    /// <summary>Starts on every source that is due; returns when to look again.</summary>
    private async Task<DateTimeOffset?> StartDueAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && _work.Count < options.Value.AtOnce)
        {
            if (leases.NextAt([.. _work.Keys]) is not { } next) return null;
            if (next > clock.GetUtcNow()) return next;
            if (await leases.ClaimAsync([.. _work.Keys]) is not { } row) continue;
            Start(row, stop);
        }

        return null;
    }

    private void Start(SourceRow row, CancellationToken stop)
    {
        // It must be known as begun before it can end.
        var isKnown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _work[row.Id] = BackgroundTasks.Run(async () =>
        {
            await isKnown.Task;
            await WorkAsync(row, stop);
        });
        isKnown.SetResult();
    }

    private async Task WorkAsync(SourceRow row, CancellationToken stop)
    {
        try
        {
            await using var lease = leases.Keep(row.Id);
            await run.RunAsync(row, stop);
        }
        catch (SourceTakenException)
        {
            // It was changed or deleted, or another process works it.
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await leases.ReleaseAsync(row);
        }
        catch (StorageUnavailableException full) when (!full.IsFinal)
        {
            await AfterErrorAsync(() => progress.WaitAsync(row, Problems.StorageUnavailable(full.Message, true), TimeSpan.FromMinutes(1)));
        }
        catch (Exception error)
        {
            Log.Failed(logger, error, row.Id);
            await AfterErrorAsync(() => progress.FailAsync(row, SourceProblems.Unexpected(), run.Wait(row, null)));
        }
        finally
        {
            _work.TryRemove(row.Id, out _);
            _wake.Wake();
        }
    }

    private static async Task AfterErrorAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception error) when (error is StorageUnavailableException or SourceTakenException)
        {
            // The lease ends by itself, and then it is tried again.
        }
    }

    private void OnAnnounced(string topic)
    {
        if (topic is SourceStore.Topic or Database.Everything) _wake.Wake();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Sources could not be looked at; that is tried again in a second.")]
        public static partial void StartFailed(ILogger logger, Exception error);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The source {SourceId} met an unexpected error; its next_check_at says when it is tried again.")]
        public static partial void Failed(ILogger logger, Exception error, string sourceId);
    }
}

using System.Collections.Concurrent;
using Connector.Common;
using Connector.Http;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Catalogs.Items;

/// <summary>Works jobs of items, a few at once; one that waits or fails stops no other.</summary>
internal sealed partial class ItemJobWorker(
    ItemJobLeases leases, ItemJobProgress progress, ItemJobRun run, Database database, IOptions<StorageOptions> storage,
    TimeProvider clock, ILogger<ItemJobWorker> logger)
    : BackgroundService
{
    // Tries without any progress: what has failed that often does not go away.
    private const int MostTries = 5;

    private const int MostAtOnce = 2;

    private readonly WakeSignal _wake = new(clock);
    private readonly ConcurrentDictionary<string, Task> _work = new();

    /// <summary>How many jobs are being worked here.</summary>
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

    /// <summary>Starts every job that can be worked now; returns when to look again.</summary>
    private async Task<DateTimeOffset?> StartDueAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && _work.Count < MostAtOnce)
        {
            if (leases.NextAt([.. _work.Keys]) is not { } next) return null;
            if (next > clock.GetUtcNow()) return next;
            if (await leases.ClaimAsync([.. _work.Keys]) is not { } row) continue;
            Start(row, stop);
        }

        return null;
    }

    private void Start(ItemJobRow row, CancellationToken stop)
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

    private async Task WorkAsync(ItemJobRow row, CancellationToken stop)
    {
        try
        {
            await using var lease = leases.Keep(row.Id);
            if (row.Tries > MostTries) await progress.FailAsync(row, ItemProblems.NoProgress(MostTries));
            else await run.RunAsync(row, stop);
        }
        catch (ItemJobTakenException)
        {
            // Another process works it.
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await leases.ReleaseAsync(row);
        }
        catch (Exception error)
        {
            Log.Failed(logger, error, row.Id);
            await AfterErrorAsync(row.Id);
        }
        finally
        {
            _work.TryRemove(row.Id, out _);
            _wake.Wake();
        }
    }

    private async Task AfterErrorAsync(string id)
    {
        try
        {
            if (leases.Mine(id) is not { } row) return;

            var wait = clock.GetUtcNow() + Backoff.Longest(row.Tries - 1);
            if (row.Tries < MostTries)
                await progress.WaitAsync(row, "unexpected_error", "An unexpected error happened; it is tried again.", wait, row.Tries);
            else await progress.FailAsync(row, Problems.OfStatus(500));
        }
        catch (Exception error) when (error is StorageUnavailableException or ItemJobTakenException)
        {
            // The lease ends by itself, and then it is tried again.
        }
    }

    private void OnAnnounced(string topic)
    {
        if (topic is ItemJobStore.Topic or Database.Everything) _wake.Wake();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Jobs of items could not be started and are tried again in a second.")]
        public static partial void StartFailed(ILogger logger, Exception error);

        [LoggerMessage(Level = LogLevel.Error, Message = "The job of items {JobId} met an unexpected error; what is done of it stays.")]
        public static partial void Failed(ILogger logger, Exception error, string jobId);
    }
}

using Connector.Common;
using Connector.Http;
using Connector.Storage;

namespace Connector.Catalogs.Items;

/// <summary>Works jobs of items, a few at once; one that waits or fails stops no other.</summary>
internal sealed partial class ItemJobWorker(
    ItemJobLeases leases, ItemJobProgress progress, ItemJobRun run, Database database, TimeProvider clock, ILogger<ItemJobWorker> logger)
    : DueWorker<ItemJobRow>(database, ItemJobStore.Topic, clock)
{
    // Tries without any progress: what has failed that often does not go away.
    private const int MostTries = 5;

    protected override int MostAtOnce => 2;

    protected override Task ForgetAsync() => leases.ForgetAsync();

    protected override DateTimeOffset? NextAt(IReadOnlyCollection<string> busy) => leases.NextAt(busy);

    protected override Task<ItemJobRow?> ClaimAsync(IReadOnlyCollection<string> busy) => leases.ClaimAsync(busy);

    protected override string KeyOf(ItemJobRow row) => row.Id;

    protected override void StartFailed(Exception error) => Log.StartFailed(logger, error);

    protected override async Task WorkAsync(ItemJobRow row, CancellationToken stop)
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
    }

    private async Task AfterErrorAsync(string id)
    {
        try
        {
            if (leases.Mine(id) is not { } row) return;

            var wait = Clock.GetUtcNow() + Backoff.Longest(row.Tries - 1);
            if (row.Tries < MostTries)
                await progress.WaitAsync(row, "unexpected_error", "An unexpected error happened; it is tried again.", wait, row.Tries);
            else await progress.FailAsync(row, Problems.OfStatus(500));
        }
        catch (Exception error) when (error is StorageUnavailableException or ItemJobTakenException)
        {
            // The lease ends by itself, and then it is tried again.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Jobs of items could not be started and are tried again in a second.")]
        public static partial void StartFailed(ILogger logger, Exception error);

        [LoggerMessage(Level = LogLevel.Error, Message = "The job of items {JobId} met an unexpected error; what is done of it stays.")]
        public static partial void Failed(ILogger logger, Exception error, string jobId);
    }
}

using Connector.Common;
using Connector.Http;
using Connector.Imports.Store;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Imports.Work;

/// <summary>Works imports, a few at once; one that waits or fails stops no other.</summary>
internal sealed partial class ImportWorker(
    ImportLeases leases, ImportProgress progress, ImportRun run, Database database, IOptions<ImportOptions> options, TimeProvider clock,
    ILogger<ImportWorker> logger)
    : DueWorker<ImportRow>(database, ImportStore.Topic, clock)
{
    // Tries without any progress: what has failed that often does not go away.
    private const int MostTries = 5;

    protected override int MostAtOnce => options.Value.AtOnce;

    protected override Task ForgetAsync() => leases.ForgetAsync();

    protected override DateTimeOffset? NextAt(IReadOnlyCollection<string> busy) => leases.NextAt(busy);

    protected override Task<ImportRow?> ClaimAsync(IReadOnlyCollection<string> busy) => leases.ClaimAsync(busy);

    protected override string KeyOf(ImportRow row) => row.Id;

    protected override void StartFailed(Exception error) => Log.StartFailed(logger, error);

    protected override async Task WorkAsync(ImportRow row, CancellationToken stop)
    {
        try
        {
            await using var lease = leases.Keep(row.Id);
            if (row.Tries > MostTries) await progress.EndAsync(row, ImportStatus.Failed, ImportProblems.NoProgress(MostTries));
            else await run.RunAsync(row, stop);
        }
        catch (ImportTakenException)
        {
            // It was canceled, or another process works it.
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
            else await progress.EndAsync(row, ImportStatus.Failed, Problems.OfStatus(500));
        }
        catch (Exception error) when (error is StorageUnavailableException or ImportTakenException)
        {
            // The lease ends by itself, and then it is tried again.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Imports could not be started and are tried again in a second.")]
        public static partial void StartFailed(ILogger logger, Exception error);

        [LoggerMessage(Level = LogLevel.Error, Message = "The import {ImportId} met an unexpected error; what is done of it stays.")]
        public static partial void Failed(ILogger logger, Exception error, string importId);
    }
}

using Connector.Common;
using Connector.Http;
using Connector.Sources.Store;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Sources.Work;

/// <summary>Looks at sources when they are due, a few at once; one that waits or fails stops no other.</summary>
internal sealed partial class SourceWorker(
    SourceLeases leases, SourceProgress progress, SourceRun run, Database database, IOptions<SourceOptions> options, TimeProvider clock,
    ILogger<SourceWorker> logger)
    : DueWorker<SourceRow>(database, SourceStore.Topic, clock)
{
    protected override int MostAtOnce => options.Value.AtOnce;

    protected override Task ForgetAsync() => leases.ForgetAsync();

    protected override DateTimeOffset? NextAt(IReadOnlyCollection<string> busy) => leases.NextAt(busy);

    protected override Task<SourceRow?> ClaimAsync(IReadOnlyCollection<string> busy) => leases.ClaimAsync(busy);

    protected override string KeyOf(SourceRow row) => row.Id;

    protected override void StartFailed(Exception error) => Log.StartFailed(logger, error);

    protected override async Task WorkAsync(SourceRow row, CancellationToken stop)
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

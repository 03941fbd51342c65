using Connector.Common;
using Connector.Http;
using Connector.Storage;

namespace Connector.Catalogs.Feeds;

/// <summary>Looks at watched feeds when they are due, a few accounts at once; one that waits or fails stops no other.</summary>
internal sealed partial class FeedWatcher(
    FeedClaims claims, FeedLook look, Database database, TimeProvider clock, ILogger<FeedWatcher> logger)
    : DueWorker<FeedWatchRow>(database, FeedWatches.Topic, clock)
{
    protected override int MostAtOnce => 4;

    // What is due may be of an account that another process looks at.
    protected override TimeSpan WhileTaken => TimeSpan.FromSeconds(30);

    protected override DateTimeOffset? NextAt(IReadOnlyCollection<string> busy) => claims.NextAt();

    protected override Task<FeedWatchRow?> ClaimAsync(IReadOnlyCollection<string> busy) => claims.ClaimAsync();

    protected override string KeyOf(FeedWatchRow row) => row.Key;

    protected override void StartFailed(Exception error) => Log.StartFailed(logger, error);

    protected override async Task WorkAsync(FeedWatchRow row, CancellationToken stop)
    {
        try
        {
            await look.RunAsync(row, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await claims.ReleaseAsync(row);
        }
        catch (StorageUnavailableException)
        {
            // The lease ends by itself, and then it is tried again.
        }
        catch (Exception error)
        {
            Log.Failed(logger, error, row.FeedId);
            await AfterErrorAsync(row);
        }
    }

    /// <summary>Says it of the feed and lets the account's others go on.</summary>
    private async Task AfterErrorAsync(FeedWatchRow row)
    {
        try
        {
            await claims.FailAsync(row, Problems.OfStatus(500));
        }
        catch (StorageUnavailableException)
        {
            // The lease ends by itself, and then it is tried again.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Watched feeds could not be looked at; that is tried again in a second.")]
        public static partial void StartFailed(ILogger logger, Exception error);

        [LoggerMessage(
            Level = LogLevel.Error, Message = "The watched feed {FeedId} met an unexpected error; it is looked at again within an hour.")]
        public static partial void Failed(ILogger logger, Exception error, string feedId);
    }
}

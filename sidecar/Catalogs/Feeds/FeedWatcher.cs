using System.Collections.Concurrent;
using Connector.Common;
using Connector.Http;
using Connector.Storage;

namespace Connector.Catalogs.Feeds;

/// <summary>Looks at watched feeds when they are due, a few accounts at once; one that waits or fails stops no other.</summary>
internal sealed partial class FeedWatcher(
    FeedClaims claims, FeedLook look, Database database, TimeProvider clock, ILogger<FeedWatcher> logger)
    : BackgroundService
{
    private const int AtOnce = 4;

    // What is due may be of an account that another process looks at.
    private static readonly TimeSpan WhileTaken = TimeSpan.FromSeconds(30);

    private readonly WakeSignal _wake = new(clock);
    private readonly ConcurrentDictionary<string, Task> _work = new();

    /// <summary>How many feeds are being looked at here.</summary>
    public int AtWork => _work.Count;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
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

    /// <summary>Starts on every feed that is due; returns when to look again.</summary>
    private async Task<DateTimeOffset?> StartDueAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && _work.Count < AtOnce)
        {
            if (claims.NextAt() is not { } next) return null;
            if (next > clock.GetUtcNow()) return next;
            if (await claims.ClaimAsync() is not { } row) return clock.GetUtcNow() + WhileTaken;
            Start(row, stop);
        }

        return null;
    }

    private void Start(FeedWatchRow row, CancellationToken stop)
    {
        // It must be known as begun before it can end.
        var isKnown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _work[row.Key] = BackgroundTasks.Run(async () =>
        {
            await isKnown.Task;
            await WorkAsync(row, stop);
        });
        isKnown.SetResult();
    }

    private async Task WorkAsync(FeedWatchRow row, CancellationToken stop)
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
        finally
        {
            _work.TryRemove(row.Key, out _);
            _wake.Wake();
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

    private void OnAnnounced(string topic)
    {
        if (topic is FeedWatches.Topic or Database.Everything) _wake.Wake();
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

namespace Connector.Accounts.Tokens;

/// <summary>Renews tokens before they expire, so that an account nobody uses does not die of age.</summary>
internal sealed partial class TokenRefreshWorker(AccountStore accounts, TokenRefresher refresher, TimeProvider clock, ILogger<TokenRefreshWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do await RunSafelyAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>An exchange that is under way is not cut off: Pinterest may have replaced the pair already.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await refresher.DrainAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Renews every token that is due; one account's failure does not keep the others from theirs.</summary>
    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        foreach (var row in accounts.DueForRefresh(clock.GetUtcNow()))
        {
            try
            {
                await refresher.RefreshAsync(row, cancellation);
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                Log.Failed(logger, row.Id, Pause, error.Message);
            }
        }
    }

    // A worker that throws would take the whole sidecar with it.
    private async Task RunSafelyAsync(CancellationToken cancellation)
    {
        try
        {
            await RunOnceAsync(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.Stumbled(logger, error, Pause);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Looking for tokens to renew failed and will be tried again in {Pause}")]
        public static partial void Stumbled(ILogger logger, Exception error, TimeSpan pause);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Token of {AccountId} could not be renewed and will be tried again in {Pause}: {Reason}")]
        public static partial void Failed(ILogger logger, string accountId, TimeSpan pause, string reason);
    }
}

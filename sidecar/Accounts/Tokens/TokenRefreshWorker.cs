namespace Connector.Accounts.Tokens;

/// <summary>Renews tokens before they expire, so that an account that is not used stays connected.</summary>
internal sealed partial class TokenRefreshWorker(
    TokenStore tokens, TokenRefresher refresher, TimeProvider clock, ILogger<TokenRefreshWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do await RunSafelyAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Waits for an exchange that is under way: Pinterest may have replaced the pair already.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await refresher.DrainAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Renews every token that is due; a failure for one account does not stop the others.</summary>
    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        foreach (var row in tokens.DueForRefresh(clock.GetUtcNow()))
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

    // An exception that leaves ExecuteAsync stops the whole process.
    private async Task RunSafelyAsync(CancellationToken cancellation)
    {
        try
        {
            await RunOnceAsync(cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Log.RoundFailed(logger, error, Pause);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Renewing the tokens that are due failed and will be tried again in {Pause}.")]
        public static partial void RoundFailed(ILogger logger, Exception error, TimeSpan pause);

        [LoggerMessage(
            Level = LogLevel.Warning, Message = "Token of {AccountId} could not be renewed and will be tried again in {Pause}: {Reason}")]
        public static partial void Failed(ILogger logger, string accountId, TimeSpan pause, string reason);
    }
}

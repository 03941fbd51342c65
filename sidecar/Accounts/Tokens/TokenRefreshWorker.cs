using Connector.Common;

namespace Connector.Accounts.Tokens;

/// <summary>Renews tokens before they expire, so that an account that is not used stays connected.</summary>
internal sealed partial class TokenRefreshWorker(
    TokenStore tokens, TokenRefresher refresher, TimeProvider clock, ILogger<TokenRefreshWorker> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(10), clock, logger)
{
    /// <summary>Waits for an exchange that is under way: Pinterest may have replaced the pair already.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await refresher.DrainAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Renews every token that is due; a failure for one account does not stop the others.</summary>
    public override async Task RunOnceAsync(CancellationToken cancellation)
    {
        foreach (var row in tokens.DueForRefresh(Clock.GetUtcNow()))
        {
            try
            {
                await refresher.RefreshAsync(row, cancellation);
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                Log.Failed(Logger, row.Id, Interval, error.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning, Message = "Token of {AccountId} could not be renewed and will be tried again in {Pause}: {Reason}")]
        public static partial void Failed(ILogger logger, string accountId, TimeSpan pause, string reason);
    }
}

using Connector.Api;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>Renews tokens before they expire, so that an account nobody uses does not die of age.</summary>
internal sealed partial class TokenRefreshWorker(AccountStore accounts, TokenRefresher refresher, TimeProvider clock, ILogger<TokenRefreshWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do await RunOnceAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
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
            catch (Exception error) when (error is PinterestException or ProblemException or Storage.StorageUnavailableException)
            {
                Log.Failed(logger, row.Id, Pause, error.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Token of {AccountId} could not be renewed and will be tried again in {Pause}: {Reason}")]
        public static partial void Failed(ILogger logger, string accountId, TimeSpan pause, string reason);
    }
}

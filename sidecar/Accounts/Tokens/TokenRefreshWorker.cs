using Connector.Common;
using Connector.Http;

namespace Connector.Accounts.Tokens;

/// <summary>Renews tokens before they expire, so that an account that is not used stays connected.</summary>
internal sealed partial class TokenRefreshWorker(
    TokenStore tokens, TokenRefresher refresher, ReconnectWarnings warnings, TimeProvider clock, ILogger<TokenRefreshWorker> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(10), clock, logger)
{
    private readonly RepeatedFailures _failures = new(clock);

    /// <summary>Waits for an exchange that is under way: Pinterest may have replaced the pair already.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await refresher.DrainAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Renews every token that is due; a failure for one account does not stop the others. Then warns of those that end.</summary>
    public override async Task RunOnceAsync(CancellationToken cancellation)
    {
        foreach (var row in tokens.DueForRefresh(Clock.GetUtcNow()))
        {
            try
            {
                await refresher.RefreshAsync(row, cancellation);
                _failures.Succeeded(row.Id);
            }
            catch (ProblemException problem) when (problem.Problem.Code == AccountStatus.ReconnectRequired)
            {
                // Whoever gave up the token has said so.
            }
            catch (Exception error) when (!cancellation.IsCancellationRequested)
            {
                if (_failures.Failed(row.Id) is not { } failed) continue;

                Log.Failed(Logger, row.Label, failed.Count, Rfc3339.Format(failed.Since), error.Message, Interval);
            }
        }

        await warnings.RunOnceAsync(cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "The token of account {Account} could not be renewed ({Count} times since {Since}): {Reason} It is tried again in "
                + "{Pause}; until it ends the account publishes as before.")]
        public static partial void Failed(ILogger logger, string account, long count, string since, string reason, TimeSpan pause);
    }
}

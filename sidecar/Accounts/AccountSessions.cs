using Connector.Accounts.Calls;
using Connector.Accounts.Tokens;
using Connector.Http;
using Connector.Pacing;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>Calls Pinterest in an account's name with a valid token, which is renewed where needed.</summary>
internal sealed class AccountSessions(
    AccountStore accounts, TokenVault vault, TokenRefresher refresher, PaceLedger pace, PaceStore store, SharedBudget budgets,
    TimeProvider clock)
{
    /// <summary>Makes the call; on a 401 code 2 it is made once more with a renewed token.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <param name="counted">The category in which the caller has already counted the call, when it has.</param>
    public async Task<T> CallAsync<T>(
        string accountId, Func<PinterestSession, CancellationToken, Task<T>> call, CancellationToken cancellation, string? counted = null)
    {
        var row = await ReadyAsync(accountId, cancellation);
        try
        {
            return await call(Open(row), cancellation);
        }
        catch (PinterestException error) when (error.Failure.Kind == FailureKind.TokenExpired)
        {
            row = await RenewAsync(row, cancellation);
        }

        try
        {
            // The refused call was counted when it ended; the second one must be counted too.
            if (counted is not null) pace.Begin(accountId, counted);
            return await call(Open(row), cancellation);
        }
        catch (PinterestException error) when (error.Failure.Kind == FailureKind.TokenExpired)
        {
            var reason = $"Pinterest refused a token it had just issued: {error.Failure.Message} "
                + "This happens when the token belongs to the other environment (sandbox or production).";
            await refresher.GiveUpAsync(row, reason);
            throw new TokenRefreshException(error);
        }
    }

    public Task CallAsync(string accountId, Func<PinterestSession, CancellationToken, Task> call, CancellationToken cancellation) =>
        CallAsync(accountId, async (session, token) =>
        {
            await call(session, token);
            return true;
        }, cancellation);

    private async Task<AccountRow> ReadyAsync(string accountId, CancellationToken cancellation)
    {
        var row = accounts.Find(accountId) ?? throw Problems.AccountNotFound(accountId);
        if (row.Status == AccountStatus.ReconnectRequired || row.AccessToken is null) throw AccountProblems.ReconnectRequired(row);
        if (!row.RenewsItself || !(clock.GetUtcNow() >= row.RefreshDueAt)) return row;

        try
        {
            return await RenewAsync(row, cancellation);
        }
        catch (Exception error) when (IsTemporary(error) && !(clock.GetUtcNow() >= row.AccessTokenExpiresAt))
        {
            // The old token still works, and TokenRefreshWorker tries to renew it again.
            return row;
        }
    }

    private async Task<AccountRow> RenewAsync(AccountRow row, CancellationToken cancellation)
    {
        try
        {
            return await refresher.RefreshAsync(row, cancellation);
        }
        catch (PinterestException error)
        {
            throw new TokenRefreshException(error);
        }
    }

    private static bool IsTemporary(Exception error) =>
        error is TokenRefreshException or ProblemException { Problem.Code: "app_not_configured" };

    private PinterestSession Open(AccountRow row) => new(
        row.Environment,
        vault.Open(row.Id, "access_token", row.AccessToken!),
        new AccountMeter(row.Id, pace, store, budgets, clock));
}

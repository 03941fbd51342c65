using System.Collections.Concurrent;
using Connector.Common;
using Connector.Http;
using Connector.Pinterest;
using Connector.Replicas;

namespace Connector.Accounts.Tokens;

/// <summary>
/// Exchanges an account's refresh token for a new pair: one exchange at a time per account, shared by all who wait for it.
/// </summary>
internal sealed partial class TokenRefresher(
    AccountStore accounts, TokenStore tokens, TokenVault vault, PinterestClient pinterest, PinterestApps apps, AskedScopes scopes,
    IAccountLeases leases, TimeProvider clock, ILogger<TokenRefresher> logger)
{
    // An exchange takes half a minute at most.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1), Pause = TimeSpan.FromMilliseconds(200);

    private readonly string _me = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<(string AccountId, long TokenVersion), Lazy<Task<AccountRow>>> _underWay = new();

    /// <summary>Returns the account with a token newer than the given row's; without an exchange when it was renewed meanwhile.</summary>
    /// <param name="stale">The account with the token that should be replaced.</param>
    /// <param name="cancellation">Ends the waiting, not the exchange: a pair that Pinterest has replaced must be stored.</param>
    /// <exception cref="PinterestException">The exchange failed for now; nothing has changed.</exception>
    /// <exception cref="ProblemException">Pinterest no longer accepts the token; the account waits to be connected again.</exception>
    public Task<AccountRow> RefreshAsync(AccountRow stale, CancellationToken cancellation)
    {
        var exchange = _underWay.GetOrAdd(
            (stale.Id, stale.TokenVersion),
            _ => new Lazy<Task<AccountRow>>(() => Task.Run(() => OnceAsync(stale), CancellationToken.None)));
        return exchange.Value.WaitAsync(cancellation);
    }

    /// <summary>Waits for exchanges that are under way.</summary>
    public Task DrainAsync(CancellationToken cancellation) =>
        Task.WhenAll(_underWay.Values.Select(exchange => exchange.Value)).WaitAsync(cancellation);

    /// <summary>Gives up on a token; returns only when the account was connected again in the meantime.</summary>
    /// <exception cref="ProblemException">Pinterest no longer accepts the token; the account waits to be connected again.</exception>
    public async Task<AccountRow> GiveUpAsync(AccountRow row, string reason)
    {
        var current = await accounts.LoseTokenAsync(row, reason);
        return current.Status == AccountStatus.ReconnectRequired ? throw AccountProblems.ReconnectRequired(current) : current;
    }

    private async Task<AccountRow> OnceAsync(AccountRow stale)
    {
        try
        {
            var current = accounts.Find(stale.Id) ?? throw Problems.AccountNotFound(stale.Id);
            if (current.TokenVersion != stale.TokenVersion) return current;
            return current.RenewsItself
                ? await (leases.HasAll ? ExchangeAsync(current) : AmongReplicasAsync(current))
                : await GiveUpAsync(current, "Pinterest no longer accepts the access token, and no refresh token was given.");
        }
        finally
        {
            _underWay.TryRemove((stale.Id, stale.TokenVersion), out _);
        }
    }

    /// <summary>One replica exchanges the token; the others wait for what it stores, or until it has failed.</summary>
    private async Task<AccountRow> AmongReplicasAsync(AccountRow row)
    {
        while (!await tokens.MayRenewAsync(row, _me, Longest))
        {
            await Task.Delay(Pause);
            accounts.ForgetKnown();
            var current = accounts.Find(row.Id) ?? throw Problems.AccountNotFound(row.Id);
            if (current.Status == AccountStatus.ReconnectRequired) throw AccountProblems.ReconnectRequired(current);
            if (current.TokenVersion != row.TokenVersion) return current;
        }

        try
        {
            return await ExchangeAsync(row);
        }
        finally
        {
            await EndAsync(row);
        }
    }

    private async Task EndAsync(AccountRow row)
    {
        try
        {
            await tokens.EndRenewalAsync(row, _me);
        }
        catch (StorageUnavailableException)
        {
            // The token is stored, or it is known why not; the right to renew it ends by itself.
        }
    }

    private async Task<AccountRow> ExchangeAsync(AccountRow row)
    {
        var app = apps.Of(row);
        var refreshToken = row.RefreshToken is null ? null : vault.Open(row.Id, "refresh_token", row.RefreshToken);
        try
        {
            var grant = refreshToken is null
                ? await pinterest.AskForOwnAsync(row.Environment, app, scopes.Text, CancellationToken.None)
                : await pinterest.RefreshAsync(row.Environment, app, refreshToken, CancellationToken.None);
            var pair = AccountTokens.From(grant, refreshToken, row.Scopes, clock.GetUtcNow());
            var renewed = await tokens.RenewAsync(row, pair with { AppId = AppIdOf(row, app), GrantedBy = row.GrantedBy });
            Log.Refreshed(logger, row.Label, renewed.AccessTokenExpiresAt);
            return renewed;
        }
        catch (PinterestException error) when (error.Failure.Kind == FailureKind.GrantRefused)
        {
            return await GiveUpAsync(row, $"Pinterest refused to renew the token: {error.Failure.Message}");
        }
    }

    // What renewed a token once is the app that it is of. The simulator's accounts that were made by name have none.
    private static string? AppIdOf(AccountRow row, AppCredentials app) =>
        row.Environment == PinterestEnvironment.Simulator ? row.AppId : app.AppId;

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information, Message = "The token of account {Account} was renewed; it is valid until {ExpiresAt:u}.")]
        public static partial void Refreshed(ILogger logger, string account, DateTimeOffset? expiresAt);
    }
}

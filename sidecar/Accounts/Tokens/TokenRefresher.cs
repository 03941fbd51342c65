using System.Collections.Concurrent;
using Connector.Http;
using Connector.Pinterest;
using Microsoft.Extensions.Options;

namespace Connector.Accounts.Tokens;

/// <summary>
/// Exchanges an account's refresh token for a new pair: one exchange at a time per account, shared by all who wait for it.
/// </summary>
internal sealed partial class TokenRefresher(
    AccountStore accounts, TokenStore tokens, TokenVault vault, PinterestClient pinterest, IOptions<PinterestOptions> options,
    TimeProvider clock, ILogger<TokenRefresher> logger)
{
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
            return current.RefreshToken is null
                ? await GiveUpAsync(current, "Pinterest no longer accepts the access token, and no refresh token was given.")
                : await ExchangeAsync(current);
        }
        finally
        {
            _underWay.TryRemove((stale.Id, stale.TokenVersion), out _);
        }
    }

    private async Task<AccountRow> ExchangeAsync(AccountRow row)
    {
        var app = AppFor(row.Environment);
        var refreshToken = vault.Open(row.Id, "refresh_token", row.RefreshToken!);
        try
        {
            var grant = await pinterest.RefreshAsync(row.Environment, app, refreshToken, CancellationToken.None);
            var renewed = await tokens.RenewAsync(row, AccountTokens.From(grant, refreshToken, row.Scopes, clock.GetUtcNow()));
            Log.Refreshed(logger, row.Label, renewed.AccessTokenExpiresAt);
            return renewed;
        }
        catch (PinterestException error) when (error.Failure.Kind == FailureKind.GrantRefused)
        {
            return await GiveUpAsync(row, $"Pinterest refused to renew the token: {error.Failure.Message}");
        }
    }

    private AppCredentials AppFor(PinterestEnvironment environment) => environment switch
    {
        PinterestEnvironment.Simulator => SimulatorApp.Credentials,
        _ when options.Value is { AppId: { Length: > 0 } id, AppSecret: { Length: > 0 } secret } => new AppCredentials(id, secret),
        _ => throw AccountProblems.AppNotConfigured(),
    };

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Information, Message = "The token of account {Account} was renewed; it is valid until {ExpiresAt:u}.")]
        public static partial void Refreshed(ILogger logger, string account, DateTimeOffset? expiresAt);
    }
}

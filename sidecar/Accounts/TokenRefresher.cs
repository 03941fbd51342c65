using System.Collections.Concurrent;
using Connector.Pinterest;
using Microsoft.Extensions.Options;

namespace Connector.Accounts;

/// <summary>Exchanges an account's refresh token for a new pair: one exchange at a time per account, however many wait for it.</summary>
internal sealed partial class TokenRefresher(
    AccountStore accounts, TokenVault vault, PinterestClient pinterest, IOptions<PinterestOptions> options, TimeProvider clock, ILogger<TokenRefresher> logger)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    /// <summary>Returns the account with a token newer than the given row's; does nothing when somebody else has just renewed it.</summary>
    /// <exception cref="PinterestException">The exchange failed for now; nothing has changed.</exception>
    /// <exception cref="Api.ProblemException">The token is dead; the account now waits to be connected again.</exception>
    public async Task<AccountRow> RefreshAsync(AccountRow stale, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(stale.Id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellation);
        try
        {
            var current = accounts.Find(stale.Id) ?? throw Api.Problems.AccountNotFound(stale.Id);
            if (current.TokenVersion != stale.TokenVersion) return current;
            if (current.RefreshToken is null) throw await DeadAsync(current, "Pinterest no longer accepts the access token, and no refresh token was given.");

            return await ExchangeAsync(current, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Gives up on a token; the lane waits until the account is connected again.</summary>
    public async Task<Api.ProblemException> DeadAsync(AccountRow row, string reason)
    {
        Log.Dead(logger, row.Id, reason);
        return AccountProblems.ReconnectRequired(await accounts.SetStatusAsync(row, AccountStatus.ReconnectRequired, reason));
    }

    private async Task<AccountRow> ExchangeAsync(AccountRow row, CancellationToken cancellation)
    {
        var refreshToken = vault.Open(row.Id, "refresh_token", row.RefreshToken!);
        try
        {
            var grant = await pinterest.RefreshAsync(row.Environment, AppFor(row.Environment), refreshToken, cancellation);
            // Once Pinterest has rotated the pair, a cancelled caller must not lose it: storing takes no token.
            var renewed = await accounts.RenewAsync(row, AccountTokens.From(grant, refreshToken, row.Scopes, clock.GetUtcNow()));
            Log.Refreshed(logger, row.Id, renewed.AccessTokenExpiresAt);
            return renewed;
        }
        catch (PinterestException error) when (error.Failure.Kind == FailureKind.GrantRefused)
        {
            throw await DeadAsync(row, $"Pinterest refused to renew the token: {error.Failure.Message}");
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
        [LoggerMessage(Level = LogLevel.Information, Message = "Token of {AccountId} renewed; it is good until {ExpiresAt:u}.")]
        public static partial void Refreshed(ILogger logger, string accountId, DateTimeOffset? expiresAt);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{AccountId} must be connected again: {Reason} Its pins wait.")]
        public static partial void Dead(ILogger logger, string accountId, string reason);
    }
}

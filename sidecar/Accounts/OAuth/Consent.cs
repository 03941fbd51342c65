using Connector.Accounts.Apps;
using Connector.Accounts.Calls;
using Connector.Accounts.Tokens;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts.OAuth;

/// <summary>Turns the code that a browser brought from Pinterest into a connected account.</summary>
internal sealed class Consent(
    PinterestApps apps, AppProbe probe, AccountStore accounts, TokenStore tokens, PinterestClient pinterest, PinterestClock pinterestClock,
    AskedScopes asked, TimeProvider clock)
{
    /// <summary>From here on the clock of this machine is called wrong.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <remarks>Not ended when the browser hangs up: the code is good once.</remarks>
    /// <exception cref="ConnectFailedException">Nothing was connected.</exception>
    /// <exception cref="ProblemException">The caller may not connect this account.</exception>
    public async Task<(AccountRow Row, bool IsNew)> FinishAsync(Caller caller, ConnectionStart start, string code)
    {
        var app = apps.Find(start.WorkspaceId, start.AppId) ?? throw Failed(ConnectFailures.AppMissing(start.AppId));
        var account = start.AccountId is { } id ? accounts.Get(caller, id) : null;
        var grant = await ExchangeAsync(start, app, code);
        var scopes = grant.Scope ?? asked.Text;
        if (PinterestScopes.Missing(scopes) is { Count: > 0 } missing) throw Failed(ConnectFailures.ScopesMissing(missing));

        var given = AccountTokens.From(grant, null, scopes, clock.GetUtcNow()) with
        {
            AppId = app.AppId,
            GrantedBy = AccountGrant.AuthorizationCode,
        };
        var user = await WhoseAsync(start, given);
        if (account is not null && account.PinterestUserId != user.Id) throw Failed(ConnectFailures.OtherUser(account, user));
        return await tokens.ConnectAsync(caller, null, start.Environment, user, given);
    }

    /// <summary>How much this machine's clock differs from Pinterest's, when that is much.</summary>
    public TimeSpan? ClockIsOff(PinterestEnvironment environment) =>
        pinterestClock.Off(environment) is { } off && off.Duration() > ClockTolerance ? off : null;

    private async Task<TokenGrant> ExchangeAsync(ConnectionStart start, AppCredentials app, string code)
    {
        try
        {
            return await pinterest.ExchangeCodeAsync(start.Environment, app, code, start.RedirectUri, CancellationToken.None);
        }
        catch (PinterestException refused)
        {
            // Pinterest may quote what was sent.
            var message = refused.Failure.Message.Replace(code, "…", StringComparison.Ordinal);
            throw Failed(await OfExchangeAsync(start, app, refused.Failure with { Message = message }));
        }
    }

    private async Task<UserAccount> WhoseAsync(ConnectionStart start, AccountTokens given)
    {
        try
        {
            var session = new PinterestSession(start.Environment, given.Access, new Uncounted());
            return await pinterest.GetUserAccountAsync(session, CancellationToken.None);
        }
        catch (PinterestException refused)
        {
            throw Failed(OfAnyCall(refused.Failure));
        }
    }

    private async Task<ConnectFailure> OfExchangeAsync(ConnectionStart start, AppCredentials app, PinterestFailure failure)
    {
        if (failure.Kind == FailureKind.Forbidden) return ConnectFailures.AppRefused(app.AppId);
        if (failure.Kind != FailureKind.GrantRefused) return OfAnyCall(failure);
        if (failure.Message.Contains("redirect", StringComparison.OrdinalIgnoreCase))
            return ConnectFailures.RedirectMismatch(start.RedirectUri, $"another one at Pinterest, which says: {failure.Message}");
        if (ClockIsOff(start.Environment) is { } off) return ConnectFailures.WrongClock(off);

        // Pinterest's 401 is the same for a wrong secret and for a wrong code.
        return failure.Status == 401 && await IsRefusedAsync(start.Environment, app)
            ? ConnectFailures.AppRefused(app.AppId)
            : ConnectFailures.CodeInvalid(failure.Message);
    }

    private async Task<bool> IsRefusedAsync(PinterestEnvironment environment, AppCredentials app)
    {
        try
        {
            await probe.IsApprovedAsync(environment, app, CancellationToken.None);
            return false;
        }
        catch (ProblemException)
        {
            return true;
        }
        catch (PinterestException)
        {
            return false;
        }
    }

    private static ConnectFailure OfAnyCall(PinterestFailure failure) => failure.Kind switch
    {
        FailureKind.AppNotApproved => ConnectFailures.AppNotApproved,
        FailureKind.TrialAccess => ConnectFailures.Trial,
        FailureKind.ScopeMissing => ConnectFailures.ScopesMissing(PinterestScopes.Needed),
        FailureKind.DataAccessDenied => ConnectFailures.Personal,
        FailureKind.NotSent or FailureKind.NoAnswer or FailureKind.ServerError or FailureKind.Unreadable or FailureKind.RateLimited =>
            ConnectFailures.Unavailable(failure.Message),
        _ => ConnectFailures.Refused(failure.Message),
    };

    private static ConnectFailedException Failed(ConnectFailure failure) => new(failure);
}

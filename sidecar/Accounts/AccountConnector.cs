using Connector.Accounts.Apps;
using Connector.Accounts.Calls;
using Connector.Accounts.Tokens;
using Connector.Common;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>Tries a token against Pinterest and stores it with the account it belongs to.</summary>
internal sealed class AccountConnector(
    TokenStore tokens, PinterestClient pinterest, PinterestApps apps, AskedScopes scopes, TimeProvider clock)
{
    public async Task<(AccountRow Row, bool IsNew)> ConnectAsync(
        Caller caller, string? name, PinterestEnvironment environment, AccountTokens given, CancellationToken cancellation)
    {
        var user = await WhoseAsync(environment, given, cancellation);
        return await tokens.ConnectAsync(caller, name, environment, user, given);
    }

    /// <summary>Connects the account of the app's owner, for which nobody needs to consent.</summary>
    public async Task<(AccountRow Row, bool IsNew)> ConnectOwnAsync(
        Caller caller, string? name, PinterestEnvironment environment, CancellationToken cancellation)
    {
        // A limited key can only renew accounts that it sees, and in the simulator to ask would open one.
        if (caller.AccountIds is not null) throw AccountProblems.KeyIsLimited();
        var app = apps.Needed(caller.WorkspaceId, environment, "Asking for the account of the app's owner");
        var grant = await AskForOwnAsync(environment, app, cancellation);
        var given = AccountTokens.From(grant with { RefreshToken = null }, null, scopes.Text, clock.GetUtcNow());
        return await ConnectAsync(
            caller, name, environment, given with { AppId = app.AppId, GrantedBy = AccountGrant.ClientCredentials }, cancellation);
    }

    /// <summary>Makes an account in the simulator; the same name in the same workspace gives the same simulated Pinterest user.</summary>
    public async Task<(AccountRow Row, bool IsNew)> SimulateAsync(Caller caller, string name, CancellationToken cancellation)
    {
        var grant = await pinterest.ExchangeCodeAsync(
            PinterestEnvironment.Simulator, SimulatorApp.Credentials, $"{name}@{caller.WorkspaceId}", SimulatorApp.RedirectUri,
            cancellation);
        var given = AccountTokens.From(grant, null, "", clock.GetUtcNow());
        return await ConnectAsync(caller, name, PinterestEnvironment.Simulator, given, cancellation);
    }

    /// <summary>Makes the account of a first start.</summary>
    /// <exception cref="CommandException">The simulator did not take it.</exception>
    public async Task MakeFirstAsync(string workspaceId, string name)
    {
        try
        {
            await SimulateAsync(Caller.Owner(workspaceId), name, CancellationToken.None);
        }
        catch (Exception error) when (error is PinterestException or HttpRequestException)
        {
            throw new CommandException(
                $"The first account could not be made in the simulator: {error.Message} If Connector:Simulator:Url is set, start the "
                    + "simulator that it names first.", error);
        }
    }

    private async Task<TokenGrant> AskForOwnAsync(PinterestEnvironment environment, AppCredentials app, CancellationToken cancellation)
    {
        try
        {
            return await pinterest.AskForOwnAsync(environment, app, scopes.Text, cancellation);
        }
        catch (PinterestException error) when (AppProbe.IsWrongPair(error.Failure) && error.Failure.Kind != FailureKind.AppNotApproved)
        {
            throw AppProblems.Refused(app.AppId, error.Failure);
        }
        catch (PinterestException error) when (error.Failure.Kind == FailureKind.GrantRefused)
        {
            throw AppProblems.NoOwnAccount(error.Failure);
        }
    }

    private async Task<UserAccount> WhoseAsync(PinterestEnvironment environment, AccountTokens given, CancellationToken cancellation)
    {
        try
        {
            return await pinterest.GetUserAccountAsync(new PinterestSession(environment, given.Access, new Uncounted()), cancellation);
        }
        catch (PinterestException error)
            when (error.Failure.Kind == FailureKind.TokenExpired && given.GrantedBy == AccountGrant.Tokens)
        {
            throw AccountProblems.TokenRefused(environment, error.Failure);
        }
    }
}

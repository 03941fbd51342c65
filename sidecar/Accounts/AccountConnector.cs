using Connector.Accounts.Tokens;
using Connector.Common;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>Tries a token against Pinterest and stores it with the account it belongs to.</summary>
internal sealed class AccountConnector(TokenStore tokens, PinterestClient pinterest, TimeProvider clock)
{
    public async Task<(AccountRow Row, bool IsNew)> ConnectAsync(
        Caller caller, string? name, PinterestEnvironment environment, AccountTokens given, CancellationToken cancellation)
    {
        var user = await WhoseAsync(new PinterestSession(environment, given.Access, new Uncounted()), cancellation);
        return await tokens.ConnectAsync(caller, name, environment, user, given);
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

    private async Task<UserAccount> WhoseAsync(PinterestSession session, CancellationToken cancellation)
    {
        try
        {
            return await pinterest.GetUserAccountAsync(session, cancellation);
        }
        catch (PinterestException error) when (error.Failure.Kind == FailureKind.TokenExpired)
        {
            throw AccountProblems.TokenRefused(session.Environment, error.Failure);
        }
    }

    // Before the first answer there is no account whose pace the call could count against.
    private sealed class Uncounted : ICallMeter
    {
        public Task BeginAsync(RateCategory category, CancellationToken cancellation) => Task.CompletedTask;

        public void End(RateCategory category, RateReading? reading)
        {
        }
    }
}

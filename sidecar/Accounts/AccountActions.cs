using Connector.Accounts.Tokens;
using Connector.Http;
using Connector.Pacing;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>What a caller can do with accounts: the operations of the API and the pages for people do it through this.</summary>
internal sealed class AccountActions(
    AccountStore accounts, AccountConnector connector, PinterestApps apps, PaceLedger pace, Forecaster forecasts, AccountChanges changes,
    TimeProvider clock)
{
    public const int LongestReason = 300;

    /// <summary>Connects an account with tokens in hand, or one of the simulator by its name, or renews a known one.</summary>
    public Task<(AccountRow Row, bool IsNew)> ConnectAsync(Caller caller, ConnectAccountRequest request, CancellationToken cancellation)
    {
        var environment = request.Environment!.Value;
        if (request.AsksForOwn) return connector.ConnectOwnAsync(caller, request.Name, environment, cancellation);
        if (environment == PinterestEnvironment.Simulator) return SimulateAsync(caller, request.Name!, cancellation);

        var tokens = AccountTokens.InHand(request, clock.GetUtcNow()) with
        {
            AppId = apps.Current(caller.WorkspaceId, environment)?.AppId,
        };
        return connector.ConnectAsync(caller, request.Name, environment, tokens, cancellation);
    }

    /// <summary>Changes name or settings; what waits is reckoned anew.</summary>
    public async Task<AccountRow> UpdateAsync(Caller caller, string id, UpdateAccountRequest change)
    {
        var updated = await accounts.UpdateAsync(accounts.Get(caller, id), change);
        pace.Invalidate(id);
        forecasts.Invalidate(id);
        changes.Raise(id);
        return updated;
    }

    /// <summary>Stops publishing; a reason is shown wherever the hold is.</summary>
    public Task<AccountRow> HoldAsync(Caller caller, string id, string? reason = null)
    {
        var row = accounts.Get(caller, id);
        if (row.Status == AccountStatus.ReconnectRequired) throw AccountProblems.ReconnectRequired(row);
        if (reason?.Length > LongestReason)
            throw Problems.Invalid("reason", $"has {reason.Length} characters; at most {LongestReason} are allowed.");
        return accounts.HoldAsync(row, AccountHold.ByUserFor(reason));
    }

    /// <summary>Goes on publishing, and tries links again that Pinterest had blocked.</summary>
    public Task<AccountRow> ResumeAsync(Caller caller, string id)
    {
        var row = accounts.Get(caller, id);
        if (row.Status == AccountStatus.ReconnectRequired) throw AccountProblems.ReconnectRequired(row);
        return accounts.ResumeAsync(row, andLinks: true);
    }

    /// <summary>Wipes the tokens and cancels what waits.</summary>
    public Task DisconnectAsync(Caller caller, string id) => accounts.DeleteAsync(accounts.Get(caller, id));

    // The simulator opens an account for any name, so a name that the key does not see is refused before.
    private Task<(AccountRow Row, bool IsNew)> SimulateAsync(Caller caller, string name, CancellationToken cancellation) =>
        caller.AccountIds is null
        || accounts.List(caller).Exists(row => row.Environment == PinterestEnvironment.Simulator && row.Name == name)
            ? connector.SimulateAsync(caller, name, cancellation)
            : throw AccountProblems.KeyIsLimited();
}

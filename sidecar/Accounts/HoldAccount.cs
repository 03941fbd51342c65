using Connector.Http;

namespace Connector.Accounts;

/// <summary>POST /v1/accounts/{id}/hold</summary>
internal sealed class HoldAccount(AccountStore accounts) : Operation<IdCall, Account>
{
    public override void Configure()
    {
        Post("/{id}/hold");
        Group<AccountRoutes>();
        Policies(Scope.Publish);
        Describe("Stop publishing for an account; its pins wait and none fails.");
    }

    public override async Task<Account> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var row = accounts.Get(Caller, call.Id);
        if (row.Status == AccountStatus.ReconnectRequired) throw AccountProblems.ReconnectRequired(row);
        return Account.From(await accounts.HoldAsync(row, AccountHold.ByUser));
    }
}

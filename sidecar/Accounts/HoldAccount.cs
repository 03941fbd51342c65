using Connector.Http;

namespace Connector.Accounts;

/// <summary>POST /v1/accounts/{id}/hold</summary>
internal sealed class HoldAccount(AccountActions actions) : Operation<IdCall, Account>
{
    public override void Configure()
    {
        Post("/{id}/hold");
        Group<AccountRoutes>();
        Policies(Scope.Publish);
        Describe("Stop publishing for an account; its pins wait and none fails.");
    }

    public override async Task<Account> ExecuteAsync(IdCall call, CancellationToken ct) =>
        Account.From(await actions.HoldAsync(Caller, call.Id));
}

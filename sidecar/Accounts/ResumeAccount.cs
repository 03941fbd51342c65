using Connector.Http;

namespace Connector.Accounts;

/// <summary>POST /v1/accounts/{id}/resume</summary>
internal sealed class ResumeAccount(AccountActions actions) : Operation<IdCall, Account>
{
    public override void Configure()
    {
        Post("/{id}/resume");
        Group<AccountRoutes>();
        Policies(Scope.Publish);
        Describe("Go on publishing for a held account, at its pace, and try links again that Pinterest had blocked.");
    }

    public override async Task<Account> ExecuteAsync(IdCall call, CancellationToken ct) =>
        Account.From(await actions.ResumeAsync(Caller, call.Id));
}

using Connector.Http;

namespace Connector.Accounts;

/// <summary>GET /v1/accounts/{id}</summary>
internal sealed class GetAccount(AccountStore accounts) : Operation<IdCall, Account>
{
    public override void Configure()
    {
        Get("/{id}");
        Group<AccountRoutes>();
        Policies(Scope.Read);
        Describe("Get a connected account.");
    }

    public override Task<Account> ExecuteAsync(IdCall call, CancellationToken ct) =>
        Task.FromResult(Account.From(accounts.Get(Caller, call.Id)));
}

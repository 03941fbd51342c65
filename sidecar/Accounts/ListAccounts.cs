using Connector.Http;

namespace Connector.Accounts;

/// <summary>GET /v1/accounts</summary>
internal sealed class ListAccounts(AccountStore accounts) : Operation<Page<Account>>
{
    public override void Configure()
    {
        Get("/");
        Group<AccountRoutes>();
        Policies(Scope.Read);
        Describe("List the connected accounts, newest first.");
    }

    protected override Task<Page<Account>> AnswerAsync(CancellationToken cancellation) =>
        Task.FromResult(new Page<Account>(accounts.List(Caller).ConvertAll(Account.From), null));
}

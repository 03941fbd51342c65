using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Accounts;

/// <summary>DELETE /v1/accounts/{id}</summary>
internal sealed class DeleteAccount(AccountActions actions) : Operation<IdCall, NoContent>
{
    public override void Configure()
    {
        Delete("/{id}");
        Group<AccountRoutes>();
        Policies(Scope.Admin);
        Describe(
            "Disconnect an account: its tokens are wiped, what waits is canceled, and what is looked for on its board becomes unconfirmed. "
                + "Remove the app in Pinterest's settings as well.");
    }

    public override async Task<NoContent> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        await actions.DisconnectAsync(Caller, call.Id);
        return TypedResults.NoContent();
    }
}

using System.ComponentModel;
using Connector.Http;
using FastEndpoints;

namespace Connector.Accounts;

/// <summary>Which account, and how thoroughly.</summary>
public sealed record DeleteAccountCall : IdCall
{
    [QueryParam]
    [Description("true also removes its pins, their attempts, events, imports, sources and files, and answers what was removed.")]
    public bool Erase { get; init; }
}

/// <summary>DELETE /v1/accounts/{id}</summary>
internal sealed class DeleteAccount(AccountActions actions, IAccountEraser eraser) : Operation<DeleteAccountCall, IResult>
{
    public override void Configure()
    {
        Delete("/{id}");
        Group<AccountRoutes>();
        Policies(Scope.Admin);
        Describe(
            "Disconnect an account: its tokens are wiped, what waits is canceled, and what is looked for on its board becomes unconfirmed. "
                + "Remove the app in Pinterest's settings as well. With erase=true nothing of it is kept, also of one that was "
                + "disconnected before.", 404, 409);
        Description(route => route.Produces(204).Produces<ErasedAccount>(200));
    }

    public override async Task<IResult> ExecuteAsync(DeleteAccountCall call, CancellationToken ct)
    {
        if (call.Erase) return TypedResults.Ok(await eraser.EraseAsync(Caller, call.Id));
        await actions.DisconnectAsync(Caller, call.Id);
        return TypedResults.NoContent();
    }
}

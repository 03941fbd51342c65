using Connector.Http;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Pins;

/// <summary>Which pin, and whether it is deleted from Pinterest too.</summary>
public sealed record DeletePinCall : IdCall
{
    [QueryParam]
    public bool DeleteFromPinterest { get; init; }
}

/// <summary>DELETE /v1/pins/{id}</summary>
internal sealed class DeletePin(PinActions actions) : Operation<DeletePinCall, NoContent>
{
    public override void Configure()
    {
        Delete("/{id}");
        Group<PinRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Forget a pin whose status is final and free its idempotency key; with delete_from_pinterest it is removed from "
                + "Pinterest first.",
            404, 409);
    }

    public override async Task<NoContent> ExecuteAsync(DeletePinCall call, CancellationToken ct)
    {
        await actions.DeleteAsync(Caller, call.Id, call.DeleteFromPinterest, ct);
        return TypedResults.NoContent();
    }
}

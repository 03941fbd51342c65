using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;
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
internal sealed class DeletePin(PinStore pins, AccountSessions sessions, PinterestClient pinterest) : Operation<DeletePinCall, NoContent>
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
        var pin = pins.Get(Caller, call.Id);
        if (!PinStatus.IsFinal(pin.Status)) throw PinProblems.NotFinal(pin);

        if (call.DeleteFromPinterest && pin.Status == PinStatus.Unconfirmed) throw PinProblems.NotKnownOnPinterest(pin);
        if (call.DeleteFromPinterest && pin.PinterestPinId is { } pinterestId)
            await sessions.CallAsync(pin.AccountId, (session, token) => pinterest.DeletePinAsync(session, pinterestId, token), ct);
        await pins.ForgetAsync(call.Id);
        return TypedResults.NoContent();
    }
}

using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Pins;

/// <summary>DELETE /v1/pins/{id}</summary>
public sealed class DeletePin : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/{id}", Handle).WithName(nameof(DeletePin))
        .RequireScope(Scope.Publish).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Forget a pin whose status is final and free its idempotency key; with delete_from_pinterest it is removed from Pinterest first.</summary>
    internal static async Task<NoContent> Handle(
        string id, Caller caller, PinStore pins, AccountSessions sessions, PinterestClient pinterest, CancellationToken cancellation,
        [FromQuery(Name = "delete_from_pinterest")] bool deleteFromPinterest = false)
    {
        var pin = pins.Get(caller, id);
        if (!PinStatus.IsFinal(pin.Status)) throw PinProblems.NotFinal(pin);

        if (deleteFromPinterest && pin.PinterestPinId is { } pinterestId)
            await sessions.CallAsync(pin.AccountId, (session, token) => pinterest.DeletePinAsync(session, pinterestId, token), cancellation);
        await pins.ForgetAsync(id);
        return TypedResults.NoContent();
    }
}

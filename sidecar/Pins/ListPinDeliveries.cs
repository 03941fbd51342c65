using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Webhooks;

namespace Connector.Pins;

/// <summary>GET /v1/pins/{id}/deliveries</summary>
public sealed class ListPinDeliveries : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/{id}/deliveries", Handle).WithName(nameof(ListPinDeliveries)).RequireScope(Scope.Read).ProducesProblem(404);

    /// <summary>List who was told how a pin ended, its callback and webhooks, and what they answered, newest first.</summary>
    internal static Page<Delivery> Handle(string id, Caller caller, PinStore pins, DeliveryStore deliveries, [Range(1, 250)] int limit = 50, string? cursor = null)
    {
        pins.Get(caller, id);
        if (cursor?.StartsWith("dlv_", StringComparison.Ordinal) == false) throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
        return Page<Delivery>.Of(deliveries.List(caller.WorkspaceId, null, id, null, limit + 1, cursor), limit, each => each.Id, each => each);
    }
}

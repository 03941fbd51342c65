using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Webhooks.Registration;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Webhooks;

/// <summary>GET /v1/webhooks/{id}/deliveries</summary>
public sealed class ListDeliveries : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/{id}/deliveries", Handle).WithName(nameof(ListDeliveries)).RequireScope(Scope.Read).ProducesProblem(404);

    /// <summary>List what was posted to a webhook and how it answered, newest first; status is pending, delivered or failed.</summary>
    internal static Page<Delivery> Handle(string id, Caller caller, WebhookStore webhooks, DeliveryStore deliveries, string? status = null, [Range(1, 250)] int limit = 50, string? cursor = null)
    {
        webhooks.Get(caller, id);
        if (status is not (null or DeliveryRow.Pending or DeliveryRow.Delivered or DeliveryRow.Failed)) throw Problems.Invalid("status", "must be pending, delivered or failed.");
        if (cursor?.StartsWith("dlv_", StringComparison.Ordinal) == false) throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
        return Page<Delivery>.Of(deliveries.List(caller.WorkspaceId, id, null, status, limit + 1, cursor), limit, each => each.Id, each => each);
    }
}

/// <summary>POST /v1/webhooks/{id}/deliveries/{delivery_id}/redeliver</summary>
public sealed class Redeliver : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{id}/deliveries/{delivery_id}/redeliver", Handle).WithName(nameof(Redeliver))
        .RequireScope(Scope.Publish).Produces<Delivery>(202).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Post an event again, at once and with all its tries; its id is the same.</summary>
    internal static async Task<IResult> Handle(string id, [FromRoute(Name = "delivery_id")] string deliveryId, Caller caller, WebhookStore webhooks, DeliveryStore deliveries)
    {
        if (webhooks.Get(caller, id).Status == WebhookRow.Disabled) throw WebhookProblems.Disabled(id);
        if (!await deliveries.RedeliverAsync(id, deliveryId)) throw Problems.NotFound("delivery", deliveryId);
        return TypedResults.Accepted((string?)null, deliveries.Find(deliveryId));
    }
}

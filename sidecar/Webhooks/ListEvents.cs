using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Webhooks.Events;

namespace Connector.Webhooks;

/// <summary>GET /v1/events</summary>
public sealed class ListEvents : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Handle).WithName(nameof(ListEvents)).RequireScope(Scope.Read);

    /// <summary>List what happened, of types separated by commas: oldest first after an event's id (next_cursor is the next after), newest first without.</summary>
    internal static Page<Event> Handle(Caller caller, EventStore events, string? after = null, string? types = null, [Range(1, 250)] int limit = 50)
    {
        var rows = events.List(EventFilter.Of(caller, types), EventPosition.Read(after, nameof(after)), limit);
        return new Page<Event>(rows.ConvertAll(Event.From), after is not null && rows.Count == limit ? rows[^1].Id : null);
    }
}

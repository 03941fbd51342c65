using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Webhooks.Events;
using FastEndpoints;

namespace Connector.Webhooks;

/// <summary>Which events to list: those after an event, or the newest.</summary>
public sealed record ListEventsCall
{
    [QueryParam]
    public string? After { get; init; }

    [QueryParam]
    public string? Types { get; init; }

    [QueryParam, Range(1, 250)]
    public int Limit { get; init; } = 50;
}

/// <summary>GET /v1/events</summary>
internal sealed class ListEvents(EventStore events, EventPosition positions, EventPlaces places) : Operation<ListEventsCall, Page<Event>>
{
    public override void Configure()
    {
        Get("/");
        Group<EventRoutes>();
        Policies(Scope.Read);
        Describe("List what happened, of types separated by commas: oldest first after an event's id (next_cursor is the next after), "
            + "newest first without.");
    }

    public override async Task<Page<Event>> ExecuteAsync(ListEventsCall call, CancellationToken ct)
    {
        // Who has just been told of something finds it here.
        await places.CatchUpAsync(ct);
        var rows = events.List(EventFilter.Of(Caller, call.Types), positions.Read(Caller, call.After, "after"), call.Limit);
        var next = call.After is not null && rows.Count == call.Limit ? rows[^1].Id : null;
        return new Page<Event>(rows.ConvertAll(Event.From), next);
    }
}

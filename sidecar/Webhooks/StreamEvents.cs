using Connector.Http;
using Connector.Webhooks.Events;
using FastEndpoints;

namespace Connector.Webhooks;

/// <summary>Where to begin in the stream of events, and which of them to send.</summary>
public sealed record StreamEventsCall
{
    [FromHeader("Last-Event-ID", IsRequired = false)]
    public string? LastEventId { get; init; }

    [QueryParam]
    public string? After { get; init; }

    [QueryParam]
    public string? Types { get; init; }
}

/// <summary>GET /v1/events/stream</summary>
internal sealed class StreamEvents(
    EventFeed feed, EventPosition positions, EventPlaces places, TimeProvider clock, IHostApplicationLifetime lifetime)
    : Operation<StreamEventsCall, IResult>
{
    public override void Configure()
    {
        Get("/stream");
        Group<EventRoutes>();
        Policies(Scope.Read);
        Describe("Follow what happens as server-sent events; after a break, Last-Event-ID (or after) continues the stream. An event named "
            + "alive comes every 20 seconds.");
        Description(route => route.Produces<Event>(200, "text/event-stream"));
    }

    public override async Task<IResult> ExecuteAsync(StreamEventsCall call, CancellationToken ct)
    {
        await places.CatchUpAsync(ct);
        var from = positions.Read(Caller, call.LastEventId, "Last-Event-ID")
            ?? positions.Read(Caller, call.After, "after")
            ?? feed.Latest;
        var filter = EventFilter.Of(Caller, call.Types);
        return new EventStream(feed, filter, from, Caller, clock, lifetime.ApplicationStopping);
    }
}

using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Connector.Http;
using Connector.Webhooks.Events;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;

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
    EventFeed feed, EventPosition positions, TimeProvider clock, IHostApplicationLifetime lifetime)
    : Operation<StreamEventsCall, ServerSentEventsResult<Event?>>
{
    // Many proxies close a connection that is silent for 30 or 60 seconds.
    private static readonly TimeSpan AliveInterval = TimeSpan.FromSeconds(20);

    public override void Configure()
    {
        Get("/stream");
        Group<EventRoutes>();
        Policies(Scope.Read);
        Describe("Follow what happens as server-sent events; after a break, Last-Event-ID (or after) continues the stream. An event named "
            + "alive comes every 20 seconds.");
        Description(route => route.Produces<Event>(200, "text/event-stream"));
    }

    public override Task<ServerSentEventsResult<Event?>> ExecuteAsync(StreamEventsCall call, CancellationToken ct)
    {
        var from = positions.Read(Caller, call.LastEventId, "Last-Event-ID")
            ?? positions.Read(Caller, call.After, "after")
            ?? feed.Latest;
        var filter = EventFilter.Of(Caller, call.Types);
        // nginx buffers a response without this, and the events would come late.
        HttpContext.Response.Headers["X-Accel-Buffering"] = "no";
        return Task.FromResult(TypedResults.ServerSentEvents(FollowAsync(filter, from, Caller, ct)));
    }

    private async IAsyncEnumerable<SseItem<Event?>> FollowAsync(
        EventFilter filter, string from, Caller caller, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var end = caller.Lifetime.Begin(caller.SessionEnd, lifetime.ApplicationStopping, cancellation);
        // At once, so that the caller knows that the stream is open.
        yield return new SseItem<Event?>(null, "alive");
        while (!end.Token.IsCancellationRequested)
        {
            var (rows, next) = feed.After(from);
            foreach (var row in rows.TakeWhile(_ => !caller.Lifetime.IsRevoked && !caller.SessionEnd.IsCancellationRequested))
            {
                from = row.Id;
                if (filter.Wants(row)) yield return new SseItem<Event?>(Event.From(row), row.Type) { EventId = row.Id };
            }

            if (rows.Count > 0) continue;
            await next.WaitAsync(AliveInterval, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!next.IsCompleted && !end.Token.IsCancellationRequested) yield return new SseItem<Event?>(null, "alive");
        }
    }
}

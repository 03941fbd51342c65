using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Connector.Http;
using Connector.Webhooks.Events;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Webhooks;

/// <summary>GET /v1/events/stream</summary>
public sealed class StreamEvents : IEndpoint
{
    // Proxies cut connections that are silent for a minute; many for half of that.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/stream", Handle).WithName(nameof(StreamEvents)).RequireScope(Scope.Read).Produces<Event>(200, "text/event-stream");

    /// <summary>Follow what happens as server-sent events; after a break, Last-Event-ID (or after) goes on where it was. An event named alive comes every 20 seconds.</summary>
    internal static ServerSentEventsResult<Event?> Handle(
        Caller caller, EventFeed feed, TimeProvider clock, IHostApplicationLifetime lifetime, HttpResponse response, CancellationToken cancellation,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId = null, string? after = null, string? types = null)
    {
        var from = EventPosition.Read(lastEventId, "Last-Event-ID") ?? EventPosition.Read(after, nameof(after)) ?? feed.Latest;
        // So that nginx does not hold events back.
        response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(FollowAsync(feed, EventFilter.Of(caller, types), from, clock, lifetime.ApplicationStopping, cancellation));
    }

    private static async IAsyncEnumerable<SseItem<Event?>> FollowAsync(
        EventFeed feed, EventFilter filter, string from, TimeProvider clock, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        // At once, so that the caller knows that it is heard.
        yield return new SseItem<Event?>(null, "alive");
        while (!end.IsCancellationRequested)
        {
            var (rows, next) = feed.After(from);
            foreach (var row in rows)
            {
                from = row.Id;
                if (filter.Wants(row)) yield return new SseItem<Event?>(Event.From(row), row.Type) { EventId = row.Id };
            }

            if (rows.Count > 0) continue;
            await next.WaitAsync(Silence, clock, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!next.IsCompleted && !end.IsCancellationRequested) yield return new SseItem<Event?>(null, "alive");
        }
    }
}

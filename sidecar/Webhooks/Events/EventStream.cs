using System.Buffers;
using System.IO.Pipelines;
using Connector.Common;
using Connector.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Connector.Webhooks.Events;

/// <summary>Answers with events as they happen, until the caller goes or may not go on.</summary>
/// <remarks>https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream</remarks>
internal sealed class EventStream(
    EventFeed feed, EventFilter filter, string from, Caller caller, TimeProvider clock, CancellationToken stopping) : IResult
{
    // Many proxies close a connection that is silent for 30 or 60 seconds.
    private static readonly TimeSpan AliveInterval = TimeSpan.FromSeconds(20);

    // What is written before it is sent: few system calls for many events, and little memory for a caller who reads slowly.
    private const int RunBytes = 32 * 1024;

    private string _from = from;

    private static ReadOnlySpan<byte> Alive => "event: alive\ndata: \n\n"u8;

    private bool IsRevoked => caller.Lifetime.IsRevoked || caller.SessionEnd.IsCancellationRequested;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Begin(httpContext);
        using var end = caller.Lifetime.Begin(caller.SessionEnd, stopping, httpContext.RequestAborted);
        try
        {
            await BackgroundTasks.Run(() => FollowAsync(httpContext.Response.BodyWriter, end.Token));
        }
        catch (OperationCanceledException)
        {
            // The caller has gone, or a write was under way when the stream had to end.
        }
    }

    private static void Begin(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache,no-store";
        http.Response.Headers.Pragma = "no-cache";
        http.Response.Headers.ContentEncoding = "identity";
        // nginx buffers a response without this, and the events would come late.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
    }

    private async Task FollowAsync(PipeWriter body, CancellationToken end)
    {
        // At once, so that the caller knows that the stream is open.
        await SendAliveAsync(body, end);
        while (!end.IsCancellationRequested && !IsRevoked)
        {
            var (events, next) = feed.After(_from);
            if (events.Count > 0)
            {
                await SendAsync(body, events, end);
                continue;
            }

            await next.WaitAsync(AliveInterval, clock, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!next.IsCompleted && !end.IsCancellationRequested) await SendAliveAsync(body, end);
        }
    }

    private async Task SendAsync(PipeWriter body, ArraySegment<StreamedEvent> events, CancellationToken end)
    {
        var written = 0;
        foreach (var each in events)
        {
            if (IsRevoked) break;
            _from = each.Row.Place;
            if (!filter.Wants(each.Row)) continue;

            body.Write(each.Frame);
            written += each.Frame.Length;
            if (written < RunBytes) continue;
            await body.FlushAsync(end);
            written = 0;
        }

        if (written > 0) await body.FlushAsync(end);
    }

    private static async Task SendAliveAsync(PipeWriter body, CancellationToken end)
    {
        body.Write(Alive);
        await body.FlushAsync(end);
    }
}

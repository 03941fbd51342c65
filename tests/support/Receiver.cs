using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace Connector.Tests.Support;

/// <summary>Receives webhooks and callbacks on loopback: records every request, and answers as a test sets.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly WireMockServer _server;
    private readonly Channel<Heard> _heard = Channel.CreateUnbounded<Heard>();
    private readonly ConcurrentQueue<Heard> _all = new();
    private int _hangUps;

    private Receiver(int port)
    {
        _server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = [$"http://127.0.0.1:{port}"],
            DisableJsonBodyParsing = true,
            PreWireMockMiddlewareInit = app =>
                ((IApplicationBuilder)app).Use((HttpContext http, RequestDelegate next) => AbortAsync(http, next)),
        });
        _server.Given(Request.Create().UsingAnyMethod()).RespondWith(Response.Create().WithCallback(HearAsync));
    }

    /// <summary>Answers; 204 unless a test orders otherwise.</summary>
    public Func<Heard, Task<Reply>> Answer { get; set; } = _ => Task.FromResult(new Reply(HttpStatusCode.NoContent));

    public string Url => _server.Urls[0];

    /// <summary>Everything that came, in the order in which it did.</summary>
    public IReadOnlyList<Heard> All => [.. _all];

    public static Task<Receiver> StartAsync(int port = 0) => Task.Run(() => new Receiver(port));

    /// <summary>Answers with these statuses, one after the other, and then with the last for ever.</summary>
    public void AnswerWith(params HttpStatusCode[] statuses)
    {
        var next = -1;
        AnswerWith(_ => new Reply(statuses[Math.Min(Interlocked.Increment(ref next), statuses.Length - 1)]));
    }

    /// <summary>Answers at once with what this returns.</summary>
    public void AnswerWith(Func<Heard, Reply> answer) => Answer = heard => Task.FromResult(answer(heard));

    /// <summary>Closes the connection of the next request without an answer.</summary>
    public void HangUpOnce() => _hangUps = 1;

    /// <summary>The next that comes, or has come and was not taken yet.</summary>
    public async Task<Heard> NextAsync()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        return await _heard.Reader.ReadAsync(timeout.Token);
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task AbortAsync(HttpContext http, RequestDelegate next)
    {
        if (Interlocked.Exchange(ref _hangUps, 0) == 0) return next(http);

        http.Abort();
        return Task.CompletedTask;
    }

    private async Task<IResponseMessage> HearAsync(IRequestMessage request)
    {
        var uri = new Uri(request.Url);
        var heard = new Heard(
            request.Method, uri.PathAndQuery, Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"),
            request.Body ?? "");
        _all.Enqueue(heard);
        _heard.Writer.TryWrite(heard);
        return (await Answer(heard)).ToMessage();

        string Header(string name) => request.Headers is { } headers && headers.TryGetValue(name, out var value) ? value.ToString() : "";
    }
}

/// <summary>A request that a receiver got.</summary>
public sealed record Heard(string Method, string Target, string Id, string Timestamp, string Signature, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Type => (string)Json["type"]!;

    public string PinId => (string)Json["data"]!["pin"]!["id"]!;
}

/// <summary>What a receiver answers.</summary>
public sealed record Reply(HttpStatusCode Status, string Body = "", string? Location = null)
{
    internal ResponseMessage ToMessage() => new()
    {
        StatusCode = (int)Status,
        Headers = Location is null ? [] : new Dictionary<string, WireMockList<string>> { ["Location"] = new(Location) },
        BodyData = Body.Length == 0 ? null : new BodyData { DetectedBodyType = BodyType.String, BodyAsString = Body },
    };
}

using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connector.Tests.Support;

/// <summary>Somebody who listens for webhooks and callbacks, on loopback: remembers what came, and answers as a test orders.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly Channel<Heard> _heard = Channel.CreateUnbounded<Heard>();
    private readonly ConcurrentQueue<Heard> _all = new();

    private Receiver(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(HearAsync);
    }

    /// <summary>Answers; 204 unless a test orders otherwise.</summary>
    public Func<Heard, HttpContext, Task> Answer { get; set; } = (_, http) => Status(http, HttpStatusCode.NoContent);

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Everything that came, in the order in which it did.</summary>
    public IReadOnlyList<Heard> All => [.. _all];

    public static async Task<Receiver> StartAsync(int port = 0)
    {
        var receiver = new Receiver(port);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Answers with these statuses, one after the other, and then with the last for ever.</summary>
    public void AnswerWith(params HttpStatusCode[] statuses)
    {
        var next = -1;
        Answer = (_, http) => Status(http, statuses[Math.Min(Interlocked.Increment(ref next), statuses.Length - 1)]);
    }

    /// <summary>The next that comes, or has come and was not taken yet.</summary>
    public async Task<Heard> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _heard.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public static Task Status(HttpContext http, HttpStatusCode status)
    {
        http.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    }

    private async Task HearAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var heard = new Heard(
            http.Request.Method, $"{http.Request.Path}{http.Request.QueryString}", http.Request.Headers["webhook-id"].ToString(),
            http.Request.Headers["webhook-timestamp"].ToString(), http.Request.Headers["webhook-signature"].ToString(), await reader.ReadToEndAsync());
        _all.Enqueue(heard);
        _heard.Writer.TryWrite(heard);
        await Answer(heard, http);
    }
}

/// <summary>A request that a receiver got.</summary>
public sealed record Heard(string Method, string Target, string Id, string Timestamp, string Signature, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Type => (string)Json["type"]!;

    public string PinId => (string)Json["data"]!["pin"]!["id"]!;
}

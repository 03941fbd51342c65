using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Connector.Bench.Replicas;

/// <summary>Takes webhooks, and says how old each event was when it came.</summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    public EventReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            Heard.Add(AgeOf(JsonNode.Parse(await reader.ReadToEndAsync())!));
            return Results.NoContent();
        });
    }

    /// <summary>In milliseconds.</summary>
    public ConcurrentBag<double> Heard { get; set; } = [];

    /// <summary>How long ago it happened, in milliseconds, by the clock of this machine, which all share.</summary>
    public static double AgeOf(JsonNode happened) =>
        (TimeProvider.System.GetUtcNow()
            - DateTimeOffset.Parse((string)happened["created_at"]!, CultureInfo.InvariantCulture)).TotalMilliseconds;

    public async Task<string> StartAsync()
    {
        await _app.StartAsync();
        return $"{_app.Urls.First()}/";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

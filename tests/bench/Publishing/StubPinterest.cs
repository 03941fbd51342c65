using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Connector.Bench.Publishing;

/// <summary>A Pinterest that publishes every pin, after a set latency.</summary>
internal sealed class StubPinterest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _published;

    public StubPinterest()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        // Every token is of another user.
        _app.MapGet("/v5/user_account", (HttpContext http) =>
        {
            var token = http.Request.Headers.Authorization.ToString();
            return Results.Json(new { id = token[^4..], username = $"bench{token[^4..]}", account_type = "BUSINESS" });
        });
        _app.MapPost("/v5/pins", async () =>
        {
            if (Latency > TimeSpan.Zero) await Task.Delay(Latency);
            return Results.Json(new { id = $"{Interlocked.Increment(ref _published)}" }, statusCode: 201);
        });
    }

    public TimeSpan Latency { get; set; }

    public long Published => Interlocked.Read(ref _published);

    public async Task<string> StartAsync()
    {
        await _app.StartAsync();
        return $"{_app.Urls.First()}/v5";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

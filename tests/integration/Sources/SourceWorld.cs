using System.Text.Json.Nodes;
using Connector.Sources.Work;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Sources;

/// <summary>A sidecar that watches files of a web server, in virtual time.</summary>
internal sealed class SourceWorld : IAsyncDisposable
{
    public const int Hour = 3600;

    private SourceWorld(SidecarApp app, WatchedHost host) => (App, Host) = (app, host);

    public SidecarApp App { get; }

    public WatchedHost Host { get; }

    public static async Task<SourceWorld> StartAsync(params string[] settings) =>
        new(
            await SidecarApp.StartAsync(new ManualClock(), null, [WebhookCalls.ToLoopback, .. settings]), await WatchedHost.StartAsync());

    /// <summary>Watches an address and waits until it was looked at for the first time.</summary>
    public async Task<string> WatchAsync(string url, string start = "all", params (string Name, JsonNode Value)[] more)
    {
        var body = new JsonObject { ["url"] = url, ["start"] = start, ["board"] = "Home decor", ["check_every_seconds"] = Hour };
        foreach (var (name, value) in more) body[name] = value;
        var id = (string)(await App.PostAsync("/v1/sources", body))["id"]!;
        await LookedAtAsync(id);
        return id;
    }

    /// <summary>Lets an hour, or more, pass, and waits until the source was looked at again.</summary>
    public async Task<JsonNode> AgainAsync(string id, int seconds = Hour)
    {
        App.Clock!.Advance(TimeSpan.FromSeconds(seconds));
        return await LookedAtAsync(id);
    }

    /// <summary>Looks at it now, and waits for that.</summary>
    public async Task<JsonNode> CheckAsync(string id)
    {
        App.Clock!.Advance(TimeSpan.FromSeconds(1));
        await App.PostAsync($"/v1/sources/{id}/check");
        return await LookedAtAsync(id);
    }

    /// <summary>Waits until it was looked at, by what its clock says now or later.</summary>
    public async Task<JsonNode> LookedAtAsync(string id)
    {
        var (now, source) = (App.Clock!.GetUtcNow(), new JsonObject() as JsonNode);
        var worker = App.Services.GetServices<IHostedService>().OfType<SourceWorker>().Single();
        await Eventually.TrueAsync(
            async () => (source = await SourceAsync(id))["last_checked_at"] is { } at && (DateTimeOffset)at >= now && worker.AtWork == 0,
            () => source.ToJsonString());
        return source;
    }

    public Task<JsonNode> SourceAsync(string id) => App.GetAsync($"/v1/sources/{id}");

    public async Task<List<JsonNode>> ItemsAsync(string id, string query = "") =>
        [.. (await App.GetAsync($"/v1/sources/{id}/items{query}"))["items"]!.AsArray().Select(item => item!)];

    public async Task<List<JsonNode>> PinsAsync() =>
        [.. (await App.GetAsync("/v1/pins?limit=250"))["items"]!.AsArray().Select(pin => pin!).OrderBy(pin => (string?)pin["title"])];

    public async Task<List<JsonNode>> EventsAsync(string type) =>
        [.. (await App.GetAsync($"/v1/events?types={type}&limit=250"))["items"]!.AsArray().Select(each => each!)];

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Host.DisposeAsync();
    }
}

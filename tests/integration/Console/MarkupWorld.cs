using System.Text.Json.Nodes;
using Connector.Console.Requests;
using Connector.Tests.Sources;
using Connector.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Console;

/// <summary>A sidecar in which every text that others choose is markup: of pins, boards, accounts, keys, webhooks, Pinterest.</summary>
public sealed class MarkupWorld : IAsyncLifetime
{
    public const string Text = "'\"><img src=x onerror=alert(1)>";

    private const string Token = "pina_1";

    private readonly Dictionary<string, string> _ids = [];
    private FakePinterest _pinterest = null!;

    public SidecarApp App { get; private set; } = null!;

    /// <summary>The addresses of all pages, with the ids of what is here.</summary>
    public IReadOnlyList<string> Addresses =>
    [
        .. from endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<ConsoleEndpoint>() is not null
           where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true
           from id in IdsFor(endpoint.RoutePattern.RawText!)
           select "/" + string.Join('/', endpoint.RoutePattern.RawText!.Trim('/').Split('/').Select(part => part is ['{', ..] ? id : part)),
    ];

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _pinterest.KnowsUser(Token, "1", Text);
        _pinterest.On("GET /v5/boards", _ => (200, new { items = new[] { new { id = "1", name = Text, privacy = "PUBLIC" } } }));
        _pinterest.On("GET /v5/boards/1/sections", _ => (200, new { items = new[] { new { id = "2", name = Text } } }));
        foreach (var call in new[] { "POST /v5/pins", "GET /v5/user_account/analytics", "GET /v5/user_account/analytics/top_pins" })
            _pinterest.On(call, _ => (400, new { code = 1, message = Text }));
        App = await SidecarApp.StartAsync(new ManualClock(), null, [.. _pinterest.Settings, WebhookCalls.ToLoopback]);
        var account = await App.PostAsync("/v1/accounts", new { environment = "production", access_token = Token, name = Text });
        _ids["account"] = (string)account["id"]!;
        await App.PostAsync("/v1/keys", new { name = Text, scopes = new[] { "read" } });
        var webhook = new { url = "http://127.0.0.1:50000/" + Uri.EscapeDataString(Text), description = Text };
        _ids["webhook"] = (string)(await App.PostAsync("/v1/webhooks", webhook))["id"]!;
        await AddPinsAsync();
        await AddSourceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await _pinterest.DisposeAsync();
    }

    private async Task AddPinsAsync()
    {
        _ids["failed"] = await App.PublishAsync(Pin());
        await Eventually.TrueAsync(async () => (string?)(await App.GetAsync($"/v1/pins/{_ids["failed"]}"))["status"] == "failed");
        _ids["waiting"] = await App.PublishAsync(Pin(("publish_at", SidecarApp.MuchLater)));
    }

    private async Task AddSourceAsync()
    {
        var escaped = System.Net.WebUtility.HtmlEncode(Text);
        await using var host = await WatchedHost.StartAsync();
        var url = host.Put("/feed", Feeds.Rss((escaped, escaped)));
        var source = await App.PostAsync("/v1/sources", new { account_id = _ids["account"], url, start = "all", board = Text + "2" });
        _ids["source"] = (string)source["id"]!;
        await Eventually.TrueAsync(async () => (await App.GetAsync($"/v1/sources/{_ids["source"]}"))["last_checked_at"] is not null);
    }

    private JsonObject Pin(params (string Field, JsonNode? Value)[] fields) => SidecarApp.Pin(
    [
        ("account_id", _ids["account"]), ("board", null), ("board_id", "1"), ("title", Text), ("description", Text), ("alt_text", Text),
        ("link_url", "https://example.com/?q=" + Uri.EscapeDataString(Text)), ("metadata", new JsonObject { [Text] = Text }), .. fields,
    ]);

    private IEnumerable<string> IdsFor(string pattern) => pattern.Split('/')[1] switch
    {
        "pins" => [_ids["failed"], _ids["waiting"]],
        "hooks" => [_ids["webhook"]],
        "sources" => [_ids["source"]],
        _ => [_ids["account"]],
    };
}

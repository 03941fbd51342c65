using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Tests.Sources;
using Connector.Tests.Support;

namespace Connector.Tests.Cli;

/// <summary>A sidecar in which there is something of everything, each pin in another state; killed while it publishes one.</summary>
public sealed partial class FilledSidecar : IAsyncDisposable
{
    private static readonly string[] Lists =
    [
        "/v1/webhooks", "/v1/assets", "/v1/keys", "/v1/events", "/v1/accounts", "/v1/sources",
    ];

    private static readonly string[] Settings =
        ["Connector:Reconciling:Looks=0.1,0.2,0.3", WebhookCalls.ToLoopback, "Connector:Pinterest:RequestTimeout=00:01:00"];

    private readonly Receiver _receiver;

    private FilledSidecar(Receiver receiver) => _receiver = receiver;

    public string Folder { get; } = Directory.CreateTempSubdirectory("connector-move-").FullName;

    /// <summary>The state of each pin by its title, before the one that is being published was cut off.</summary>
    public Dictionary<string, string> States { get; private set; } = [];

    /// <summary>The pin whose attempt the kill cut off.</summary>
    public string CutOff { get; private set; } = "";

    /// <summary>What was answered to each question before.</summary>
    public Dictionary<string, string> Answers { get; private set; } = [];

    public static async Task<FilledSidecar> MakeAsync()
    {
        var made = new FilledSidecar(await Receiver.StartAsync());
        await using var sidecar = await made.StartAsync();
        await made.FillAsync(sidecar);
        made.Answers = await made.AskAsync(sidecar);
        sidecar.Signal("KILL");
        await sidecar.ExitedAsync();
        return made;
    }

    public Task<SidecarProcess> StartAsync(params string[] settings) =>
        SidecarProcess.StartAsync(Folder, settings: [.. Settings, .. settings]);

    /// <summary>Every answer that a move must not change: all but those about the pin that was cut off.</summary>
    public async Task<Dictionary<string, string>> AskAsync(SidecarProcess sidecar)
    {
        var pins = (await GetAsync(sidecar, "/v1/pins?limit=100"))["items"]!.AsArray().Select(pin => (string)pin!["id"]!)
            .Where(id => id != CutOff);
        var hook = (string)(await GetAsync(sidecar, "/v1/webhooks"))["items"]![0]!["id"]!;
        var source = (string)(await GetAsync(sidecar, "/v1/sources"))["items"]![0]!["id"]!;
        var answers = new Dictionary<string, string>();
        string[] ofOthers = [$"/v1/webhooks/{hook}/deliveries", $"/v1/sources/{source}/items"];
        foreach (var path in (string[])[.. Lists, .. ofOthers, .. pins.SelectMany(PathsOf)])
        {
            var answer = await GetAsync(sidecar, path);
            answers[path] = Forecast().Replace(answer.ToJsonString(), "");
        }

        return answers;
    }

    public static Task<JsonNode> GetAsync(SidecarProcess sidecar, string path) => SendAsync(sidecar, path, method: HttpMethod.Get);

    public static async Task<JsonNode> SendAsync(SidecarProcess sidecar, string path, object? body = null, HttpMethod? method = null) =>
        await SidecarApp.SendAsync(sidecar.Client, method ?? HttpMethod.Post, path, body);

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    // They count from now, and are not stored.
    [GeneratedRegex(@"""(not_before|expected_at|eta)"":(""[^""]*""|null),?")]
    private static partial Regex Forecast();

    private static string[] PathsOf(string pin) => [$"/v1/pins/{pin}", $"/v1/pins/{pin}/attempts", $"/v1/pins/{pin}/deliveries"];

    private async Task FillAsync(SidecarProcess sidecar)
    {
        var first = (string)(await GetAsync(sidecar, "/v1/accounts"))["items"]![0]!["id"]!;
        await SendAsync(sidecar, $"/v1/accounts/{first}", new { settings = new { pins_per_day = (int?)null } }, HttpMethod.Patch);
        await SendAsync(sidecar, "/v1/webhooks", new { url = _receiver.Url, events = new[] { "pin.published", "pin.failed" } });
        using var file = AssetBody();
        using var given = await sidecar.Client.PostAsync("/v1/assets", file);
        var asset = (string)JsonNode.Parse(await given.Content.ReadAsStringAsync())!["id"]!;

        await EndAsync(sidecar, SidecarApp.Pin(
            ("title", "published"), ("account_id", first), ("idempotency_key", "lamp-1"), ("metadata", new JsonObject { ["sku"] = "L1" })));
        await FaultAsync(sidecar, new { fault = "image_broken" });
        await EndAsync(sidecar, SidecarApp.Pin(("title", "failed")));
        await FaultAsync(sidecar, new { fault = "accept_then_drop" });
        await FaultAsync(sidecar, new { fault = "data_access_denied", operation = "list_board_pins", times = 1 });
        await EndAsync(sidecar, SidecarApp.Pin(("title", "unconfirmed")));
        await PublishAsync(sidecar, SidecarApp.Pin(
            ("title", "scheduled"), ("publish_at", SidecarApp.MuchLater), ("image_url", null), ("asset_id", asset)));
        var canceled = await PublishAsync(sidecar, SidecarApp.Pin(("title", "canceled"), ("publish_at", SidecarApp.MuchLater)));
        await SendAsync(sidecar, $"/v1/pins/{canceled}/cancel");
        await WatchAsync(sidecar, first);
        await SendAsync(sidecar, $"/v1/accounts/{first}/hold");
        await PublishAsync(sidecar, SidecarApp.Pin(
            ("title", "queued"), ("image_url", null), ("image_base64", Convert.ToBase64String(SampleMedia.Png()))));

        var second = (string)(await SendAsync(sidecar, "/v1/accounts", new { environment = "simulator", name = "Second" }))["id"]!;
        await FaultAsync(sidecar, new { fault = "slow_headers", seconds = 50, operation = "create_pin", account_id = second });
        CutOff = await PublishAsync(sidecar, SidecarApp.Pin(("title", "publishing"), ("account_id", second)));
        await Eventually.TrueAsync(async () =>
            (string?)(await GetAsync(sidecar, $"/v1/pins/{CutOff}"))["status"] == "publishing"
            && (await GetAsync(sidecar, $"/v1/simulator/pins?account_id={second}"))["items"]!.AsArray().Count == 1);
        await Eventually.TrueAsync(() => _receiver.All.Count == 2);
        States = (await GetAsync(sidecar, "/v1/pins?limit=100"))["items"]!.AsArray()
            .ToDictionary(pin => (string)pin!["title"]!, pin => (string)pin!["status"]!);
    }

    private static async Task WatchAsync(SidecarProcess sidecar, string account)
    {
        await using var host = await WatchedHost.StartAsync();
        var url = host.Put("/feed", Feeds.Rss(("w", "awaiting_approval")));
        var made = await SendAsync(
            sidecar, "/v1/sources", new { url, account_id = account, start = "all", board = "Home decor", check_every_seconds = 604_800 });
        await Eventually.TrueAsync(async () =>
            (await GetAsync(sidecar, $"/v1/sources/{made["id"]}"))["last_checked_at"] is not null);
    }

    private static ByteArrayContent AssetBody() =>
        new(SampleMedia.Png(1300)) { Headers = { ContentType = new("application/octet-stream") } };

    private static Task FaultAsync(SidecarProcess sidecar, object fault) => SendAsync(sidecar, "/v1/simulator/faults", fault);

    private static async Task EndAsync(SidecarProcess sidecar, JsonObject pin)
    {
        var id = await PublishAsync(sidecar, pin);
        await GetAsync(sidecar, $"/v1/pins/{id}?wait=30");
    }

    private static async Task<string> PublishAsync(SidecarProcess sidecar, JsonObject pin) =>
        (string)(await SendAsync(sidecar, "/v1/pins", pin))["id"]!;
}

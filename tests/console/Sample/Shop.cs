using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Connector.Demo;
using Connector.Tests.Support;

namespace Connector.Tests.Sample;

/// <summary>
/// A shop with two simulator accounts and the pins of the example catalogue: some are out, some wait, one failed, one is unconfirmed. Its
/// pictures are files that were uploaded, so that no page asks another machine.
/// </summary>
public sealed class Shop
{
    /// <summary>Tests that make pins, or are about which there are, run one after the other.</summary>
    public const string Changing = "The pins of the shop";

    private static readonly string Examples = Repository.Path("examples");

    private readonly HttpClient _client;
    private readonly CatalogRow[] _products;

    private Shop(HttpClient client, CatalogRow[] products) => (_client, _products) = (client, products);

    /// <summary>The account that the first start made.</summary>
    public string AccountId { get; private set; } = "";

    /// <summary>The account that is held.</summary>
    public string HeldAccountId { get; private set; } = "";

    public string FailedPinId { get; private set; } = "";

    public string PublishedPinId { get; private set; } = "";

    public string WaitingPinId { get; private set; } = "";

    /// <summary>Nothing listens there.</summary>
    public string WebhookId { get; private set; } = "";

    /// <summary>Its items have no pins: their board is not there.</summary>
    public string SourceId { get; private set; } = "";

    /// <param name="client">With an admin key of a sidecar that was just started.</param>
    public static async Task<Shop> OpenAsync(HttpClient client)
    {
        await using var catalog = File.OpenRead(Path.Combine(Examples, "catalog.csv"));
        var shop = new Shop(client, [.. Catalog.Read(catalog).Where(row => Path.GetExtension(row.Image) is ".jpg" or ".png")]);
        await shop.FillAsync();
        return shop;
    }

    /// <summary>Makes a pin of a product and returns its id.</summary>
    public async Task<string> PinAsync(int product, params (string Field, JsonNode? Value)[] fields)
    {
        var of = _products[product % _products.Length];
        var pin = new JsonObject
        {
            ["account_id"] = AccountId,
            ["board"] = "Home decor",
            ["title"] = of.Title,
            ["description"] = of.Description,
            ["link_url"] = of.Link,
            ["asset_id"] = await UploadAsync(of.Image),
        };
        foreach (var (field, value) in fields) pin[field] = value;
        return (string)(await SendAsync(HttpMethod.Post, "/v1/pins", pin))["id"]!;
    }

    public Task CancelAsync(string pin) => SendAsync(HttpMethod.Post, $"/v1/pins/{pin}/cancel", null);

    private async Task<string> UploadAsync(string file)
    {
        using var picture = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(Examples, file)));
        picture.Headers.ContentType = new MediaTypeHeaderValue(Path.GetExtension(file) == ".png" ? "image/png" : "image/jpeg");
        using var answer = await _client.PostAsync(new Uri("/v1/assets", UriKind.Relative), picture);
        return (string)JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["id"]!;
    }

    private async Task FillAsync()
    {
        AccountId = await AccountAsync("Lamp & Linen");
        HeldAccountId = await AccountAsync("Slow Mornings");
        var receiver = $"http://127.0.0.1:{FreePort.Find()}/n8n";
        WebhookId = (string)(await SendAsync(HttpMethod.Post, "/v1/webhooks", new { url = receiver }))["id"]!;
        await SetAsync(HeldAccountId, new { time_zone = "America/New_York" });

        await FaultAsync("image_too_small");
        FailedPinId = await EndedAsync(await PinAsync(1), "failed");
        // Its board is looked at for ten seconds before it is given up, so the others are made meanwhile.
        await FaultAsync("read_denied", times: 100);
        await FaultAsync("accept_then_drop");
        var unconfirmed = await PinAsync(0);
        await Eventually.TrueAsync(() => IsBegunAsync(unconfirmed));
        for (var product = 2; product < 6; product++) PublishedPinId = await EndedAsync(await PinAsync(product), "published");

        await SetAsync(AccountId, new { pins_per_day = 4, time_zone = "Europe/Berlin" });
        var now = TimeProvider.System.GetUtcNow();
        WaitingPinId = await PinAsync(6, ("publish_at", Text(now.AddHours(30))));
        await PinAsync(7, ("publish_at", Text(now.AddHours(52))), ("priority", 5));
        await PinAsync(8);
        await PinAsync(9);
        await CancelAsync(await PinAsync(9));
        await EndedAsync(await PinAsync(9, ("account_id", HeldAccountId)), "published");
        await SendAsync(HttpMethod.Post, $"/v1/accounts/{HeldAccountId}/hold", null);
        await PinAsync(3, ("account_id", HeldAccountId));
        await PinAsync(4, ("account_id", HeldAccountId));

        var asking = await AccountAsync("Garden Notes");
        await SetAsync(asking, new { require_approval = true });
        foreach (var product in new[] { 5, 7 }) await PinAsync(product, ("account_id", asking), ("chosen_by", "the weekly workflow"));
        SourceId = await SourceAsync();
        await EndedAsync(unconfirmed, "unconfirmed");
    }

    private async Task<string> SourceAsync()
    {
        await using var blog = await Receiver.StartAsync();
        blog.AnswerWith(_ => new Reply(HttpStatusCode.OK, """
            <rss version="2.0"><channel><title>Notes</title>
            <item><guid>https://example.com/notes/brass</guid><title>How to clean brass</title><link>https://example.com/notes/brass</link>
            <pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate><enclosure url="https://example.com/b.jpg" type="image/jpeg" length="1"/></item>
            <item><guid>https://example.com/notes/oak</guid><title>Oak or walnut?</title><link>https://example.com/notes/oak</link>
            <pubDate>Mon, 05 Oct 2026 08:00:00 GMT</pubDate><enclosure url="https://example.com/o.jpg" type="image/jpeg" length="1"/></item>
            </channel></rss>
            """));
        var source = new { account_id = AccountId, url = $"{blog.Url}/feed", start = "2026-11-01T00:00:00Z", board = "Notes" };
        var id = (string)(await SendAsync(HttpMethod.Post, "/v1/sources", source))["id"]!;
        await Eventually.TrueAsync(
            async () => (await SendAsync(HttpMethod.Get, $"/v1/sources/{id}", null))["last_checked_at"] is not null);
        return id;
    }

    private async Task<string> AccountAsync(string name) =>
        (string)(await SendAsync(HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name }))["id"]!;

    private Task<JsonNode> SetAsync(string account, object settings) =>
        SendAsync(HttpMethod.Patch, $"/v1/accounts/{account}", new { settings });

    private Task<JsonNode> FaultAsync(string fault, int times = 1) =>
        SendAsync(HttpMethod.Post, "/v1/simulator/faults", new { account_id = AccountId, fault, times });

    private async Task<bool> IsBegunAsync(string pin) =>
        (await SendAsync(HttpMethod.Get, $"/v1/pins/{pin}/attempts", null))["items"]!.AsArray().Count > 0;

    private async Task<string> EndedAsync(string pin, string status)
    {
        var ended = await SendAsync(HttpMethod.Get, $"/v1/pins/{pin}?wait=60", null);
        Assert.True((string?)ended["status"] == status, $"Not {status}: {ended.ToJsonString()}");
        return pin;
    }

    private Task<JsonNode> SendAsync(HttpMethod method, string path, object? body) => SidecarApp.SendAsync(_client, method, path, body);

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

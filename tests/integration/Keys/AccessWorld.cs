using System.Text.Json.Nodes;
using Connector.Http;
using Connector.Tests.Imports;
using Connector.Tests.Support;

namespace Connector.Tests.Keys;

/// <summary>A workspace with an account that limited keys see, and with everything of accounts that they do not see.</summary>
public sealed class AccessWorld : IAsyncLifetime
{
    private readonly Dictionary<string, string> _ids = [];
    private readonly Dictionary<string, HttpClient> _callers = [];

    public SidecarApp App { get; private set; } = null!;

    public static byte[] File => SampleMedia.Jpeg(1200, 1800);

    private Receiver Receiver { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Receiver = await Receiver.StartAsync();
        App = await SidecarApp.StartAsync(new ManualClock(), null, WebhookCalls.ToLoopback);
        _ids["receiver"] = Receiver.Url;
        _ids["hidden"] = await App.FirstAccountAsync();
        foreach (var account in new[] { "own", "to_delete", "to_hold", "with_faults", "to_reset" })
            _ids[account] = await App.SimulatorAccountAsync(account);
        await AddCallersAsync();
        await AddBoardsAsync();
        await AddWebhooksAndEventsAsync();
        await AddPinsAsync();

        _ids["asset"] = await GiveAsync(File);
        // The owner makes a pin of the limited keys' account of it, so that they are told its id.
        _ids["owners_asset"] = await GiveAsync(SampleMedia.Png(1100));
        _ids["asset_to_delete"] = await GiveAsync(SampleMedia.Png());
        var (_, import) = await App.Admin.SendAsync(
            ImportCalls.Form(ImportCalls.Lamps, ("account_id", _ids["hidden"]), ("dry_run", "true")));
        _ids["import"] = Id(await App.ImportEndedAsync(Id(import)));
        _ids["items"] = Id(await App.PostAsync("/v1/catalogs/items", new
        {
            account_id = _ids["hidden"],
            operation = "delete",
            country = "US",
            language = "EN",
            items = new[] { new { item_id = "a" } },
        }));
        foreach (var group in new[] { "group", "group_to_delete" })
            _ids[group] = Id(await App.PostAsync(
                $"/v1/catalogs/groups?account_id={_ids["hidden"]}",
                new { name = group, feed_id = "1", filters = new { any_of = new[] { new { BRAND = new { values = new[] { "A" } } } } } }));
        foreach (var source in new[] { "source", "source_to_delete" })
            _ids[source] = Id(await App.PostAsync(
                "/v1/sources",
                new { account_id = _ids["hidden"], url = $"https://example.com/{source}", start = "all", paused = true }));
        foreach (var feed in new[] { "feed", "feed_to_delete" })
            _ids[feed] = (string)(await App.PostAsync(
                $"/v1/catalogs/feeds?account_id={_ids["hidden"]}",
                new
                {
                    name = feed,
                    format = "CSV",
                    location = "https://shop.example.com/feed.csv",
                    default_country = "US",
                    default_locale = "en-US",
                }))["feed_id"]!;
        _ids["feed_result"] = (string)(await App.GetAsync(
            $"/v1/catalogs/feeds/{_ids["feed"]}/results?account_id={_ids["hidden"]}"))["items"]![0]!["result_id"]!;
        await App.PostAsync("/v1/simulator/faults", new { account_id = _ids["with_faults"], fault = "list_lag" });
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    public HttpClient As(string caller) => _callers[caller];

    /// <summary>The account that the caller sees.</summary>
    public string AccountOf(string caller) => _ids[caller == "stranger" ? "strangers" : caller == "owner" ? "hidden" : "own"];

    public string Fill(string text, string caller = "owner") =>
        _ids.Append(new("first_event", FirstEventOf(caller)))
            .Aggregate(text, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

    /// <summary>The ids of everything hidden that a text has and the request had not.</summary>
    public IEnumerable<string> HiddenIn(string text, string request) => _ids
        .Where(id => !id.Key.StartsWith("own", StringComparison.Ordinal)
            && !id.Key.StartsWith("strangers", StringComparison.Ordinal))
        .Where(id => id.Key != "receiver")
        .Where(id => text.Contains(id.Value, StringComparison.Ordinal) && !request.Contains(id.Value, StringComparison.Ordinal))
        .Select(id => id.Key);

    private string FirstEventOf(string caller) => _ids[caller == "stranger" ? "strangers_event" : "own_event"];

    private async Task AddCallersAsync()
    {
        _callers["owner"] = App.Admin;
        _callers["nobody"] = App.As(null);
        _callers["stranger"] = await App.OfWorkspaceAsync("strangers");
        _ids["strangers"] = Id(await SidecarApp.SendAsync(
            _callers["stranger"], HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Theirs" }));
        foreach (var (caller, scope) in new[] { ("reader", Scope.Read), ("publisher", Scope.Publish), ("admin", Scope.Admin) })
            _callers[caller] = await App.LimitedToAsync(scope, _ids["own"]);

        var revoked = await App.PostAsync("/v1/keys", new { name = "revoked", scopes = Scope.All });
        _callers["revoked"] = App.As((string)revoked["secret"]!);
        _ids["key"] = (string)revoked["key"]!["id"]!;
        await SidecarApp.SendAsync(App.Admin, HttpMethod.Delete, $"/v1/keys/{_ids["key"]}", null);
        var unlimited = await App.PostAsync("/v1/keys", new { name = "unlimited", scopes = Scope.All });
        _ids["key_to_revoke"] = (string)unlimited["key"]!["id"]!;
    }

    private async Task AddBoardsAsync()
    {
        var boards = $"/v1/boards?account_id={_ids["hidden"]}";
        foreach (var name in new[] { "board", "board_to_change", "board_to_delete" })
            _ids[name] = Id(await App.PostAsync(boards, new { name }));
        foreach (var name in new[] { "section", "section_to_delete" })
            _ids[name] = Id(await App.PostAsync($"/v1/boards/{_ids["board"]}/sections?account_id={_ids["hidden"]}", new { name }));
    }

    private async Task AddWebhooksAndEventsAsync()
    {
        _ids["webhook"] = Id(await App.ListenAsync(Receiver.Url + "/hidden?token=secret"));
        _ids["webhook_to_delete"] = Id(await App.ListenAsync(Receiver.Url + "/other"));
        // Each account's hold comes before the hidden events, and its resuming after them: who follows from one to the other passes them.
        string[] accounts = ["strangers", "own", "hidden"];
        foreach (var account in accounts) await ChangeAsync(account, "hold");
        foreach (var account in accounts.Reverse()) await ChangeAsync(account, "resume");
        await App.RestAsync();
        foreach (var account in accounts) _ids[account + "_event"] = await FirstEventAsync(account);
        _ids["delivery"] = Id((await App.LogAsync(_ids["webhook"])).First(each => (string?)each!["event_id"] == _ids["hidden_event"])!);
    }

    private Task ChangeAsync(string account, string change) =>
        SidecarApp.SendAsync(OwnerOf(account), HttpMethod.Post, $"/v1/accounts/{_ids[account]}/{change}", null);

    private async Task<string> FirstEventAsync(string account) =>
        Id((await SidecarApp.SendAsync(OwnerOf(account), HttpMethod.Get, "/v1/events", null))["items"]!.AsArray()
            .Last(each => (string?)each!["data"]!["account"]!["id"] == _ids[account])!);

    private HttpClient OwnerOf(string account) => _callers[account == "strangers" ? "stranger" : "owner"];

    private async Task AddPinsAsync()
    {
        foreach (var name in new[] { "pin", "pin_to_cancel", "pin_to_delete" }) _ids[name] = await App.PublishAsync(
            SidecarApp.Pin(("account_id", _ids["hidden"]), ("publish_at", SidecarApp.MuchLater)));
        await App.PostAsync($"/v1/pins/{_ids["pin_to_delete"]}/cancel");
        _ids["published"] = await App.PublishAsync(SidecarApp.Pin(("account_id", _ids["hidden"])));
        _ids["pinterest_pin"] = (string)(await App.SettledAsync(_ids["published"]))["pinterest_pin_id"]!;
        await App.RestAsync();
    }

    private async Task<string> GiveAsync(byte[] file)
    {
        using var answer = await App.Admin.PostAsync(new Uri("/v1/assets", UriKind.Relative), new ByteArrayContent(file)
        {
            Headers = { ContentType = new("application/octet-stream") },
        });
        return Id(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static string Id(JsonNode made) => (string)made["id"]!;
}

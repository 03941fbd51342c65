using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts;

/// <summary>The account of the app's owner, connected without a browser (client_credentials).</summary>
public sealed class OwnAccountTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private string _id = "";

    [Fact]
    public async Task It_publishes_and_says_what_it_cannot_do()
    {
        var account = await _app.AccountAsync(_id);
        var pin = await _app.SettledAsync(await _app.PublishAsync(SidecarApp.Pin(("account_id", _id))));

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Equal("client_credentials", (string?)account["grant"]);
        Assert.Equal(
            [
                "videos", "delete_boards", "change_sections", "account_metrics", "search_pins", "save_pins", "keywords", "trends",
                "websites", "claim_websites", "list_catalogs", "ingest_feeds", "feed_results", "find_items", "read_product_groups",
                "change_product_groups", "catalog_reports",
            ],
            account["capabilities"]!.AsArray().Where(one => !(bool)one!["available"]!).Select(one => (string)one!["name"]!));
        Assert.Null((string?)account["refresh_token_expires_at"]);
    }

    [Theory]
    [InlineData("POST", "/v1/pins", """{"account_id":"{id}","board_id":"{board}","video_url":"https://example.com/a.mp4"}""")]
    [InlineData("DELETE", "/v1/boards/{board}?account_id={id}", null)]
    [InlineData("POST", "/v1/boards/{board}/sections?account_id={id}", """{"name":"A"}""")]
    [InlineData("PATCH", "/v1/boards/{board}/sections/1?account_id={id}", """{"name":"A"}""")]
    [InlineData("DELETE", "/v1/boards/{board}/sections/1?account_id={id}", null)]
    [InlineData("GET", "/v1/metrics/account?account_id={id}", null)]
    [InlineData("GET", "/v1/pinterest/search?q=a&account_id={id}", null)]
    [InlineData("POST", "/v1/pinterest/pins/1/save?account_id={id}", """{"board":"Recipes"}""")]
    [InlineData("GET", "/v1/keywords?terms=lamp&account_id={id}", null)]
    [InlineData("GET", "/v1/trends?region=US&account_id={id}", null)]
    [InlineData("GET", "/v1/accounts/{id}/websites", null)]
    [InlineData("POST", "/v1/accounts/{id}/websites", """{"website":"shop.example.com"}""")]
    [InlineData("GET", "/v1/catalogs?account_id={id}", null)]
    [InlineData("POST", "/v1/catalogs/feeds/1/ingest?account_id={id}", null)]
    [InlineData("PUT", "/v1/catalogs/feeds/1/watch?account_id={id}", null)]
    [InlineData("GET", "/v1/catalogs/feeds/1/results?account_id={id}", null)]
    [InlineData("GET", "/v1/catalogs/results/1/issues?account_id={id}", null)]
    [InlineData("POST", "/v1/catalogs/items/find?account_id={id}", """{"country":"US","language":"EN","item_ids":["a"]}""")]
    [InlineData("GET", "/v1/catalogs/groups?account_id={id}", null)]
    [InlineData("DELETE", "/v1/catalogs/groups/1?account_id={id}", null)]
    [InlineData("GET", "/v1/catalogs/reports/stats?account_id={id}", null)]
    public async Task What_it_cannot_do_is_refused_at_once(string method, string path, string? body)
    {
        var board = (string)(await _app.GetAsync($"/v1/boards?account_id={_id}"))["items"]![0]!["id"]!;
        var calls = await CallsAsync();

        var (status, text) = await _app.Admin.AskAsync(
            new HttpMethod(method), Fill(path), body is null ? null : JsonNode.Parse(Fill(body)));

        var problem = JsonNode.Parse(text)!;
        Assert.Equal((403, "capability_unavailable"), (status, (string?)problem["code"]));
        Assert.Equal($"{Rehearsal.PublicUrl}/accounts/{_id}/connect", (string?)problem["connect_url"]);
        Assert.Equal(calls, await CallsAsync());

        string Fill(string text) => text.Replace("{id}", _id, StringComparison.Ordinal).Replace("{board}", board, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_a_video_says_so_too()
    {
        var checks = await _app.PostAsync(
            "/v1/pins/validate?fetch_media=false",
            new { account_id = _id, board = "Recipes", title = "A", video_url = "https://example.com/a.mp4" });

        var check = checks["checks"]!.AsArray().Single(one => (string?)one!["name"] == "capability")!;
        Assert.Equal(("failed", "capability_unavailable"), ((string?)check["status"], (string?)check["code"]));
    }

    [Fact]
    public async Task Its_token_is_renewed_by_asking_again()
    {
        _clock.Jump(TimeSpan.FromDays(24));

        await _app.RenewTokensAsync();

        var account = await _app.AccountAsync(_id);
        Assert.Equal(2, await _app.CountAsync("client_credentials"));
        Assert.Equal(_clock.GetUtcNow().AddDays(30), (DateTimeOffset)account["access_token_expires_at"]!);
        Assert.Equal("client_credentials", (string?)account["grant"]);
    }

    [Fact]
    public async Task Connected_in_a_browser_it_can_do_everything_that_is_not_asked_for_separately()
    {
        var name = (string)(await _app.AccountAsync(_id))["username"]!;

        var page = await new Browser(_app).ConnectAsync(await _app.LinkAsync(new { account_id = _id }), name);

        Assert.Equal("connected", page.Code);
        var capabilities = (await _app.AccountAsync(_id))["capabilities"]!.AsArray();
        // Searching needs scopes of secret boards.
        Assert.Equal(
            [
                "search_pins", "keywords", "audience_insights", "claim_websites", "list_catalogs", "read_feeds", "change_feeds",
                "ingest_feeds", "feed_results", "send_items", "find_items", "read_product_groups", "change_product_groups",
                "catalog_reports",
            ],
            capabilities.Where(one => !(bool)one!["available"]!).Select(one => (string)one!["name"]!));
    }

    [Fact]
    public async Task A_limited_key_cannot_ask_for_it()
    {
        using var limited = await _app.LimitedToAsync("admin", await _app.FirstAccountAsync());

        var (status, text) = await limited.AskAsync(
            HttpMethod.Post, "/v1/accounts", new { grant = "client_credentials", environment = "simulator" });

        Assert.Equal((403, "key_limited"), (status, (string?)JsonNode.Parse(text)!["code"]));
    }

    [Fact]
    public async Task Each_workspace_has_an_owner_of_its_own()
    {
        using var stranger = await _app.OfWorkspaceAsync("other");

        var other = await SidecarApp.SendAsync(
            stranger, HttpMethod.Post, "/v1/accounts", new { grant = "client_credentials", environment = "simulator" });

        Assert.NotEqual((string?)(await _app.AccountAsync(_id))["pinterest_user_id"], (string?)other["pinterest_user_id"]);
    }

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(_clock, null, Rehearsal.Setting);
        var made = await _app.PostAsync("/v1/accounts", new { grant = "client_credentials", environment = "simulator" });
        _id = (string)made["id"]!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<int> CallsAsync()
    {
        using var control = await _app.SimulatorControlAsync();
        return JsonNode.Parse(await control.GetStringAsync("/control/requests"))!.AsArray().Count;
    }
}

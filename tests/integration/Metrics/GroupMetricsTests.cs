using System.Text.Json.Nodes;
using Connector.Storage;
using Connector.Tests.Imports;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Metrics;

/// <summary>What does well, by product and by template.</summary>
public sealed class GroupMetricsTests : IAsyncLifetime
{
    private const string Path = "/v1/metrics/products";

    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private string _account = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(_clock, null, "Connector:Pacing:OrgAnalytics=5");
        _account = await _app.FirstAccountAsync();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Pins_of_an_import_count_for_their_product_and_others_for_their_link()
    {
        await PublishedAsync();

        var byProduct = Items(await _app.GetAsync($"{Path}?account_id={_account}"));
        var byTemplate = Items(await _app.GetAsync($"{Path}?by=template&sort_by=saves"));

        Assert.Equal(["L-1", "L-2", "https://example.com/l9"], byProduct.Select(row => (string)row["key"]!).Order());
        Assert.All(byProduct, row => Assert.True((int)row["impressions"]! > 0));
        Assert.Equal(byProduct.OrderByDescending(row => (int)row["impressions"]!).Select(Key), byProduct.Select(Key));
        Assert.Equal([null, "short"], byTemplate.Select(Key).Order());
        Assert.Equal(2, (int)byTemplate.Single(row => Key(row) == "short")["pins"]!);
    }

    [Fact]
    public async Task At_the_rate_limit_what_was_read_is_answered_with_when_to_ask_again()
    {
        await PublishedAsync();
        for (var i = 0; i < 4; i++) await PublishAsync(SidecarApp.Pin(("title", $"More {i}")));
        _clock.Advance(TimeSpan.FromDays(4));
        _app.Order(_account, "feature_restricted", "get_pins_analytics");

        var table = await _app.GetAsync(Path);

        Assert.Equal("rate_limited", (string?)table["problem"]!["code"]);
        Assert.Equal((7, 4), (Items(table).Sum(row => (int)row["pins"]!), Items(table).Sum(row => (int)row["measured"]!)));
    }

    [Fact]
    public async Task Older_pins_come_on_the_next_page_and_each_page_says_which_it_looked_at()
    {
        await PublishedAsync();

        var first = await _app.GetAsync($"{Path}?limit=2");
        var last = await _app.GetAsync($"{Path}?limit=2&cursor={first["next_cursor"]}");

        Assert.Equal((2, 1), ((int)first["pins"]!, (int)last["pins"]!));
        Assert.Equal(
            ["L-1", "L-2", "https://example.com/l9"], Items(first).Concat(Items(last)).Select(row => (string)row["key"]!).Order());
        Assert.Null(last["next_cursor"]);
        Assert.True((DateTimeOffset)last["published_to"]! <= (DateTimeOffset)first["published_from"]!);
        Assert.Equal("https://example.com/l9", Items(first).Select(Key).Single(key => key!.StartsWith("http", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_of_it_is_stored()
    {
        await PublishedAsync();
        var before = Rows();

        await _app.GetAsync(Path);

        Assert.Equal(before, Rows());
    }

    [Theory]
    [InlineData("by=board", "by")]
    [InlineData("sort_by=follows", "sort_by")]
    [InlineData("limit=101", "limit")]
    [InlineData("cursor=pin_01JD", "cursor")]
    [InlineData("start_date=2020-01-01", "start_date")]
    public async Task What_cannot_be_asked_is_refused(string query, string field)
    {
        var refused = await _app.RefusedAsync(400, "validation_failed", call => call.Get.Url($"{Path}?{query}"));

        Assert.NotNull(refused["errors"]![field]);
    }

    private async Task PublishedAsync()
    {
        const string Lamps = "sku,title,link,image,board\nL-1,A lamp,https://example.com/l1,{0}/1.jpg,Recipes\n"
            + "L-2,A lamp,https://example.com/l2,{0}/2.jpg,Recipes\n";
        await _app.UnhurryAsync(_account);
        var import = await _app.ImportAsync(
            Lamps.Replace("{0}", "https://example.com", StringComparison.Ordinal),
            ("map", """{"templates":{"name":"short","title":"{{ title }} now"}}"""));
        foreach (var result in await _app.ResultsAsync(import)) await _app.SettledAsync((string)result["pin_id"]!);
        await PublishAsync(SidecarApp.Pin(("link_url", "https://example.com/l9?utm_source=x")));
        _clock.Advance(TimeSpan.FromDays(4));
    }

    private async Task PublishAsync(JsonObject pin) => await _app.SettledAsync(await _app.PublishAsync(pin));

    private long Rows() => _app.Services.GetRequiredService<Database>().Read(sql => new[]
    {
        "pins", "pin_metadata", "attempts", "events", "accounts", "imports", "import_results", "import_keys",
    }.Sum(table => sql.Find<long>($"select count(*) from {table}")));

    private static List<JsonNode> Items(JsonNode table) => [.. table["items"]!.AsArray().Select(each => each!)];

    private static string? Key(JsonNode row) => (string?)row["key"];
}

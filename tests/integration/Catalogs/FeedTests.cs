using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Catalogs;

/// <summary>Catalogs, feeds, and how they were processed, from the simulator.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(_clock);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_feed_is_made_changed_and_deleted()
    {
        var catalog = (await _app.GetAsync("/v1/catalogs"))["items"]![0]!;
        Assert.Empty((await _app.GetAsync("/v1/catalogs/feeds"))["items"]!.AsArray());

        var made = await _app.PostAsync("/v1/catalogs/feeds", FeedWorld.Feed());
        var path = $"/v1/catalogs/feeds/{made["feed_id"]}";
        var changed = await SendAsync(HttpMethod.Patch, path, new
        {
            status = "INACTIVE",
            preferred_processing_schedule = new { time = "02:30", timezone = "Europe/Berlin" },
        });

        Assert.Equal("RETAIL", (string?)catalog["type"]);
        Assert.Equal(("ACTIVE", "US", false), ((string?)made["status"], (string?)made["default_country"], (bool)made["has_credentials"]!));
        Assert.Equal(("INACTIVE", "02:30"), ((string?)changed["status"], (string?)changed["schedule_time"]));
        Assert.Single((await _app.GetAsync($"/v1/catalogs/feeds?catalog={catalog["catalog_id"]}"))["items"]!.AsArray());

        await SendAsync(HttpMethod.Delete, path);
        Assert.Empty((await _app.GetAsync("/v1/catalogs/feeds"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Feeds_come_in_pages()
    {
        foreach (var _ in Enumerable.Range(0, 3)) await _app.MakeFeedAsync();

        var first = await _app.GetAsync("/v1/catalogs/feeds?limit=2");
        var second = await _app.GetAsync($"/v1/catalogs/feeds?limit=2&cursor={first["next_cursor"]}");

        var all = first["items"]!.AsArray().Concat(second["items"]!.AsArray());
        Assert.Equal(3, all.Select(feed => (string?)feed!["feed_id"]).Distinct().Count());
        Assert.Null((string?)second["next_cursor"]);
    }

    [Fact]
    public async Task The_credentials_of_a_feed_are_nowhere_here()
    {
        var made = await _app.PostAsync("/v1/catalogs/feeds", new
        {
            name = "Lamps",
            location = "https://shop.example.com/feed.csv",
            format = "CSV",
            default_country = "US",
            default_locale = "en-US",
            credentials = new { username = "pinterest", password = "hunter2-hunter2" },
        });

        Assert.True((bool)made["has_credentials"]!);
        Assert.DoesNotContain("hunter2", made.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", (await _app.GetAsync("/v1/catalogs/feeds")).ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(SecretScan.FilesWith(_app.DataDirectory, "hunter2"));
        Assert.DoesNotContain(_app.Logs.Lines, line => line.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_are_newest_first_and_issues_are_rows_that_say_what_to_do()
    {
        var feed = await _app.MakeFeedAsync("https://shop.example.com/issues.csv");
        await _app.PassAsync(TimeSpan.FromHours(3));
        await _app.PostAsync($"/v1/catalogs/feeds/{feed}/ingest");

        var runs = (await _app.GetAsync($"/v1/catalogs/feeds/{feed}/results"))["items"]!.AsArray();
        var issues = $"/v1/catalogs/results/{runs[1]!["result_id"]}/issues";
        var rows = (await _app.GetAsync(issues))["items"]!.AsArray();

        Assert.Equal(["processing", "completed"], runs.Select(run => (string)run!["status"]!));
        Assert.Equal((40, 37), ((int)runs[1]!["products"]!, (int)runs[1]!["ingested"]!));
        Assert.Equal(
            [("error", "TITLE_MISSING", 2), ("error", "IMAGE_LINK_INVALID", 1), ("warning", "GTIN_INVALID", 3)],
            runs[1]!["findings"]!.AsArray().Select(one => ((string)one!["severity"]!, (string)one["code"]!, (int)one["items"]!)));
        Assert.Equal(6, rows.Count);
        Assert.Equal(
            ("SKU-1", 0, "title", "Give each product title."),
            ((string)rows[0]!["item_id"]!, (int)rows[0]!["item_number"]!, (string)rows[0]!["attribute"]!, (string)rows[0]!["what_to_do"]!));
        var untitled = (await _app.GetAsync($"{issues}?issue=title_missing"))["items"]!.AsArray();
        Assert.Equal(2, untitled.Select(row => (int)row!["item_number"]!).Distinct().Count());
        var third = (await _app.GetAsync($"{issues}?item_numbers=2"))["items"]!.AsArray();
        Assert.All(third, row => Assert.Equal(2, (int)row!["item_number"]!));

        var (_, csv) = await _app.Admin.AskAsync(HttpMethod.Get, $"{issues}?format=csv");
        Assert.StartsWith("item_id,item_number,severity,code,attribute,value,what_to_do", csv, StringComparison.Ordinal);
        Assert.Contains("SKU-3,2,warning,GTIN_INVALID,gtin,123,", csv, StringComparison.Ordinal);
        var (_, results) = await _app.Admin.AskAsync(HttpMethod.Get, $"/v1/catalogs/feeds/{feed}/results?format=csv");
        Assert.Contains(",warning,GTIN_INVALID,3,", results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_was_never_processed_has_no_results()
    {
        var made = await _app.PostAsync("/v1/catalogs/feeds", new
        {
            name = "Asleep",
            location = "https://shop.example.com/feed.csv",
            format = "CSV",
            default_country = "US",
            default_locale = "en-US",
            status = "INACTIVE",
        });

        Assert.Empty((await _app.GetAsync($"/v1/catalogs/feeds/{made["feed_id"]}/results"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("merchant_disapproved", "create_feed", 403, "merchant_disapproved")]
    [InlineData("merchant_in_review", "create_feed", 403, "merchant_in_review")]
    [InlineData("business_needed", "create_feed", 403, "capability_unavailable")]
    [InlineData("feature_restricted", "create_feed", 403, "capability_unavailable")]
    [InlineData("scope_missing", "create_feed", 403, "capability_unavailable")]
    [InlineData("token_expired", "create_feed", 409, "reconnect_required")]
    public async Task What_Pinterest_refuses_says_what_to_do(string fault, string operation, int status, string code)
    {
        await _app.FaultAsync(fault, operation, times: 2);

        var (answered, text) = await _app.Admin.AskAsync(HttpMethod.Post, "/v1/catalogs/feeds", FeedWorld.Feed());

        var problem = JsonNode.Parse(text)!;
        Assert.Equal((status, code), (answered, (string?)problem["code"]));
        Assert.NotNull((string?)problem["remediation"]);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_said()
    {
        await _app.PostAsync("/v1/catalogs/feeds", FeedWorld.Feed());

        var (status, text) = await _app.Admin.AskAsync(HttpMethod.Post, "/v1/catalogs/feeds", FeedWorld.Feed());

        Assert.Equal((409, "conflict"), (status, (string?)JsonNode.Parse(text)!["code"]));
    }

    private Task<JsonNode> SendAsync(HttpMethod method, string path, object? body = null) =>
        SidecarApp.SendAsync(_app.Admin, method, path, body);
}

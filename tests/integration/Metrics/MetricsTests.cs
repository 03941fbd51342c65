using System.Globalization;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Metrics;

public sealed partial class MetricsTests : IAsyncLifetime
{
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
    public async Task A_pins_numbers_come_by_day_with_how_final_they_are()
    {
        var pin = await PublishedAsync();
        _clock.Advance(TimeSpan.FromDays(4)); // from 2 to 6 November

        var table = await _app.GetAsync($"/v1/pins/{pin["id"]}/metrics");

        Assert.Equal(
            ("2026-10-07", "2026-11-05", "2026-11-04"),
            ((string?)table["start_date"], (string?)table["end_date"], (string?)table["complete_through"]));
        var rows = table["items"]!.AsArray();
        Assert.Equal(30, rows.Count);
        Assert.All(rows, row => Assert.Equal(
            ((string?)pin["id"], (string?)pin["pinterest_pin_id"]), ((string?)row!["pin_id"], (string?)row["pinterest_pin_id"])));
        Assert.Equal(("before_pin_created", null), Day(rows, "2026-11-01"));
        Assert.Equal("ready", Day(rows, "2026-11-02").Status);
        Assert.True(Day(rows, "2026-11-02").Impressions > 0);
        Assert.Equal("estimate", Day(rows, "2026-11-05").Status);
    }

    [Fact]
    public async Task A_total_adds_the_days_up_and_has_the_lifetime_numbers()
    {
        var pin = await PublishedAsync();
        _clock.Advance(TimeSpan.FromDays(4));

        var days = await _app.GetAsync($"/v1/pins/{pin["pinterest_pin_id"]}/metrics");
        var total = Assert.Single((await _app.GetAsync($"/v1/pins/{pin["id"]}/metrics?granularity=total"))["items"]!.AsArray())!;

        Assert.Equal(days["items"]!.AsArray().Sum(row => (decimal?)row!["impressions"]), (decimal?)total["impressions"]);
        Assert.Null(total["date"]);
        Assert.NotNull(total["comments"]);
        Assert.Equal("estimate", (string?)total["data_status"]);
    }

    [Fact]
    public async Task Rows_have_our_id_also_when_they_are_asked_for_by_pinterests()
    {
        var pin = await PublishedAsync();
        _clock.Advance(TimeSpan.FromDays(4));
        const string foreign = "1234567890";

        var several = (await _app.GetAsync($"/v1/metrics/pins?ids={pin["pinterest_pin_id"]},{foreign}"))["items"]!.AsArray();
        var one = (await _app.GetAsync($"/v1/pins/{pin["pinterest_pin_id"]}/metrics?granularity=total"))["items"]!.AsArray();

        Assert.Equal([(string?)pin["id"], null], several.Select(row => (string?)row!["pin_id"]));
        Assert.Equal([(string?)pin["pinterest_pin_id"], foreign], several.Select(row => (string?)row!["pinterest_pin_id"]));
        Assert.Equal((string?)pin["id"], (string?)Assert.Single(one)!["pin_id"]);
    }

    [Fact]
    public async Task A_pin_that_pinterest_does_not_know_is_not_found()
    {
        await _app.RefusedAsync(404, "not_found", call => call.Get.Url("/v1/pins/1234567890/metrics"));
    }

    [Fact]
    public async Task A_video_metric_is_not_asked_of_an_image()
    {
        var pin = await PublishedAsync();

        var row = Assert.Single((await _app.GetAsync($"/v1/pins/{pin["id"]}/metrics?metrics=video_starts"))["items"]!.AsArray())!;

        Assert.Equal("not_measured", (string?)row["data_status"]);
        Assert.Null(row["video_starts"]);
        Assert.Equal(0, _app.CallsOf("get_pin_analytics"));
    }

    [Fact]
    public async Task A_pin_of_unknown_kind_is_asked_again_without_the_video_metrics_it_refused()
    {
        var pin = await PublishedAsync();
        _clock.Advance(TimeSpan.FromDays(4));

        var table = await _app.GetAsync(
            $"/v1/pins/{pin["pinterest_pin_id"]}/metrics?metrics=impressions,video_starts&granularity=total");
        var row = Assert.Single(table["items"]!.AsArray())!;

        Assert.True((int?)row["impressions"] > 0);
        Assert.Null(row["video_starts"]);
    }

    [Fact]
    public async Task The_account_has_numbers_too()
    {
        await PublishedAsync();
        _clock.Advance(TimeSpan.FromDays(4));

        var table = await _app.GetAsync("/v1/metrics/account?start_date=2026-11-01&end_date=2026-11-04&metrics=engagements,impressions");

        var rows = table["items"]!.AsArray();
        Assert.Equal(4, rows.Count);
        Assert.True(Day(rows, "2026-11-03").Impressions > 0);
        Assert.Equal("2026-11-04", (string?)table["complete_through"]);
        Assert.Null(rows[0]!["pin_id"]);
    }

    [Fact]
    public async Task The_best_pins_come_first()
    {
        for (var i = 0; i < 3; i++) await PublishedAsync();
        _clock.Advance(TimeSpan.FromDays(10));

        var table = await _app.GetAsync("/v1/metrics/top-pins?sort_by=saves&limit=2");

        Assert.All(table["items"]!.AsArray(), row => Assert.StartsWith("pin_", (string?)row!["pin_id"]));
        var saves = table["items"]!.AsArray().Select(row => (int)row!["saves"]!).ToList();
        Assert.Equal(2, saves.Count);
        Assert.Equal(saves.OrderDescending(), saves);
        Assert.Equal("2026-11-10", (string?)table["complete_through"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    [InlineData("application/json, text/csv;q=0.5")]
    public async Task Numbers_come_as_json_unless_csv_is_asked_for(string? accept)
    {
        await _app.ScenarioAsync(call =>
        {
            call.Get.Url("/v1/metrics/account");
            if (accept is not null) call.WithRequestHeader("Accept", accept);
            call.Header("Content-Type").SingleValueShouldMatch("^application/json(;|$)");
        });
    }

    [Theory]
    [InlineData("?format=csv", null)]
    [InlineData("", "text/csv")]
    public async Task Numbers_come_as_csv_for_spreadsheets(string query, string? accept)
    {
        var pin = await PublishedAsync();
        var answer = await _app.ScenarioAsync(call =>
        {
            call.Get.Url($"/v1/pins/{pin["id"]}/metrics{query}");
            if (accept is not null) call.WithRequestHeader("Accept", accept);
            call.StatusCodeShouldBe(200);
            call.Header("Content-Type").SingleValueShouldEqual("text/csv; charset=utf-8");
        });
        var lines = (await answer.ReadAsTextAsync()).Split("\r\n");
        Assert.Equal("pin_id,pinterest_pin_id,date,impressions,saves,pin_clicks,outbound_clicks,save_rate,data_status", lines[0]);
        Assert.Equal(32, lines.Length); // header, 30 days, and nothing after the last line break
        Assert.Equal($"{pin["id"]},{pin["pinterest_pin_id"]},2026-10-03,,,,,,before_pin_created", lines[1]);
    }

    private async Task<JsonNode> PublishedAsync()
    {
        var pin = await _app.SettledAsync(await _app.PublishAsync());
        Assert.Equal("published", (string?)pin["status"]);
        return pin;
    }

    private static (string? Status, int? Impressions) Day(JsonArray rows, string date)
    {
        var row = rows.Single(row => (string?)row!["date"] == date)!;
        int? impressions = row["impressions"] is { } number ? int.Parse(number.ToString(), CultureInfo.InvariantCulture) : null;
        return ((string?)row["data_status"], impressions);
    }
}

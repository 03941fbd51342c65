using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Metrics;

public sealed class MetricsTests : IAsyncLifetime
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

        Assert.Equal(("2026-10-07", "2026-11-05", "2026-11-04"), ((string?)table["start_date"], (string?)table["end_date"], (string?)table["complete_through"]));
        var rows = table["items"]!.AsArray();
        Assert.Equal(30, rows.Count);
        Assert.All(rows, row => Assert.Equal(((string?)pin["id"], (string?)pin["pinterest_pin_id"]), ((string?)row!["pin_id"], (string?)row["pinterest_pin_id"])));
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
    public async Task Several_pins_are_asked_for_in_one_call()
    {
        var (one, two) = (await PublishedAsync(), await PublishedAsync());
        _clock.Advance(TimeSpan.FromDays(4));

        var rows = (await _app.GetAsync($"/v1/metrics/pins?ids={one["id"]},{two["id"]}"))["items"]!.AsArray();

        Assert.Equal([(string?)one["id"], (string?)two["id"]], rows.Select(row => (string?)row!["pin_id"]));
        Assert.All(rows, row => Assert.True((int?)row!["impressions"] > 0));
        Assert.Equal((1, 0), (_app.CallsOf("get_pins_analytics"), _app.CallsOf("get_pin_analytics")));
    }

    [Fact]
    public async Task An_app_without_the_beta_asks_one_by_one_and_tries_the_beta_again_after_an_hour()
    {
        var (one, two) = (await PublishedAsync(), await PublishedAsync());
        _clock.Advance(TimeSpan.FromDays(4));
        _app.Order(_account, "feature_restricted", "get_pins_analytics");

        var table = await _app.GetAsync($"/v1/metrics/pins?ids={one["id"]},{two["id"]}");
        Assert.All(table["items"]!.AsArray(), row => Assert.True((int?)row!["impressions"] > 0));
        Assert.Equal((1, 2), (_app.CallsOf("get_pins_analytics"), _app.CallsOf("get_pin_analytics")));

        _clock.Advance(TimeSpan.FromMinutes(59));
        await _app.GetAsync($"/v1/metrics/pins?ids={one["id"]},{two["id"]}");
        Assert.Equal((1, 4), (_app.CallsOf("get_pins_analytics"), _app.CallsOf("get_pin_analytics")));

        _clock.Advance(TimeSpan.FromMinutes(1));
        await _app.GetAsync($"/v1/metrics/pins?ids={one["id"]},{two["id"]}");
        Assert.Equal((2, 4), (_app.CallsOf("get_pins_analytics"), _app.CallsOf("get_pin_analytics")));
    }

    [Fact]
    public async Task One_pin_that_cannot_be_read_does_not_stop_the_others()
    {
        var pin = await PublishedAsync();
        var scheduled = await _app.PublishAsync(SidecarApp.Pin(("publish_at", "2027-01-01T00:00:00Z")));
        _clock.Advance(TimeSpan.FromDays(4));

        var table = await _app.GetAsync($"/v1/metrics/pins?metrics=saves&ids={scheduled},1234567890,pin_nobody,{pin["id"]}");

        var rows = table["items"]!.AsArray();
        Assert.Equal(["not_published", "not_found", "not_found", "estimate"], rows.Select(row => (string?)row!["data_status"]));
        Assert.Equal([scheduled, null, "pin_nobody", (string?)pin["id"]], rows.Select(row => (string?)row!["pin_id"]));
        Assert.All(rows.Take(3), row => Assert.Null(row!["saves"]));
        Assert.NotNull(rows[3]!["saves"]);
        Assert.Equal("2026-11-04", (string?)table["complete_through"]);
    }

    [Fact]
    public async Task When_the_pace_says_no_what_was_read_is_answered_with_when_to_ask_again()
    {
        var pins = new List<string>();
        for (var i = 0; i < 6; i++) pins.Add((string)(await PublishedAsync())["id"]!);
        _clock.Advance(TimeSpan.FromDays(4));
        _app.Order(_account, "feature_restricted", "get_pins_analytics");

        var table = await _app.GetAsync($"/v1/metrics/pins?ids={string.Join(',', pins)}");

        // Five calls a minute: one for the beta, four for pins.
        Assert.Equal(
            ["estimate", "estimate", "estimate", "estimate", "not_read", "not_read"],
            table["items"]!.AsArray().Select(row => (string?)row!["data_status"]));
        Assert.Equal("rate_limited", (string?)table["problem"]!["code"]);
        Assert.InRange((int)table["problem"]!["retry_after_seconds"]!, 1, 61);

        using var refused = await _app.Admin.GetAsync($"/v1/metrics/pins?ids={string.Join(',', pins)}");
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_pin_that_pinterest_does_not_know_is_not_found()
    {
        using var answer = await _app.Admin.GetAsync("/v1/pins/1234567890/metrics");

        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal("not_found", (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]);
    }

    [Fact]
    public async Task A_pin_of_another_workspace_is_not_found()
    {
        var pin = await PublishedAsync();
        using var stranger = await _app.OfWorkspaceAsync("strangers");

        using var one = await stranger.GetAsync($"/v1/pins/{pin["id"]}/metrics");
        var several = await SidecarApp.SendAsync(stranger, HttpMethod.Get, $"/v1/metrics/pins?ids={pin["id"]}", null);

        Assert.Equal(404, (int)one.StatusCode);
        Assert.Equal("not_found", (string?)several["items"]![0]!["data_status"]);
        Assert.Null(several["items"]![0]!["pinterest_pin_id"]);
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

        var row = Assert.Single(
            (await _app.GetAsync($"/v1/pins/{pin["pinterest_pin_id"]}/metrics?metrics=impressions,video_starts&granularity=total"))["items"]!.AsArray())!;

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

        var saves = table["items"]!.AsArray().Select(row => (int)row!["saves"]!).ToList();
        Assert.Equal(2, saves.Count);
        Assert.Equal(saves.OrderDescending(), saves);
        Assert.Equal("2026-11-10", (string?)table["complete_through"]);
    }

    [Theory]
    [InlineData("?format=csv", null)]
    [InlineData("", "text/csv")]
    public async Task Numbers_come_as_csv_for_spreadsheets(string query, string? accept)
    {
        var pin = await PublishedAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/pins/{pin["id"]}/metrics{query}");
        if (accept is not null) request.Headers.Add("Accept", accept);

        using var answer = await _app.Admin.SendAsync(request);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
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
        return ((string?)row["data_status"], row["impressions"] is { } number ? int.Parse(number.ToString(), CultureInfo.InvariantCulture) : null);
    }
}

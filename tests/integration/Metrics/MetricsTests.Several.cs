using Connector.Tests.Support;

namespace Connector.Tests.Metrics;

public sealed partial class MetricsTests
{
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
    public async Task At_the_rate_limit_what_was_read_is_answered_with_when_to_ask_again()
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

        await _app.ScenarioAsync(call =>
        {
            call.Get.Url($"/v1/metrics/pins?ids={string.Join(',', pins)}");
            call.StatusCodeShouldBe(429);
            call.Header("Retry-After").SingleValueShouldMatch("^[0-9]+$");
        });
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
}

using System.Net;
using System.Text.Json.Nodes;
using Connector.Simulator;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing;

/// <summary>What becomes of a pin when something goes wrong while it is published; in virtual time, against the simulator.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("accept_then_drop")]
    [InlineData("error_after_create")]
    [InlineData("truncated_body")]
    [InlineData("no_id")]
    [InlineData("html")]
    public async Task A_pin_whose_answer_was_lost_is_found_on_its_board_and_not_sent_again(string fault)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order(fault);

        var pin = await app.SettledAsync(await app.PublishAsync(SidecarApp.Pin(("link_url", "https://example.com/lamp"))));

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Equal(["unknown"], await OutcomesAsync(app, pin));
        var attempt = (await app.GetAsync($"/v1/pins/{pin["id"]}/attempts"))["items"]![0]!;
        Assert.Equal("found", (string?)attempt["conclusion"]);
        Assert.Equal("marker", (string?)attempt["looks"]![0]!["candidates"]![0]!["matched_by"]);
        Assert.Equal(1, app.PinsOnPinterest());
    }

    [Theory]
    [InlineData("drop_before_read")]
    [InlineData("server_error")]
    public async Task A_pin_that_never_arrived_is_sent_again_only_after_looks_over_minutes(string fault)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var start = app.Clock!.GetUtcNow();
        app.Order(fault);

        var pin = await app.SettledAsync(await app.PublishAsync());

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Equal(["unknown", "accepted"], await OutcomesAsync(app, pin));
        var attempt = (await app.GetAsync($"/v1/pins/{pin["id"]}/attempts"))["items"]![1]!;
        Assert.Equal("absent", (string?)attempt["conclusion"]);
        Assert.Equal(4, attempt["looks"]!.AsArray().Count);
        Assert.InRange((DateTimeOffset.Parse((string)pin["published_at"]!) - start).TotalSeconds, 300, 310);
        Assert.Equal(1, app.PinsOnPinterest());
    }

    [Fact]
    public async Task A_board_that_may_not_be_read_leaves_the_pin_unconfirmed_until_somebody_resolves_it()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order("accept_then_drop");
        app.Services.GetRequiredService<FaultOrders>().Add(new FaultOrder("simulator", "data_access_denied") { Operation = "list_board_pins", Times = 1 });

        var pin = await app.SettledAsync(await app.PublishAsync());

        Assert.Equal("unconfirmed", (string?)pin["status"]);
        Assert.Equal("outcome_unknown", (string?)pin["error_code"]);
        Assert.Contains("/resolve", (string?)pin["error_remediation"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await app.Admin.PostAsync($"/v1/pins/{pin["id"]}/retry", null)).StatusCode);

        var resolved = await app.PostAsync($"/v1/pins/{pin["id"]}/resolve", new { @as = "published", pinterest_pin_id = "123456" });
        Assert.Equal("published", (string?)resolved["status"]);
        Assert.Equal("123456", (string?)resolved["pinterest_pin_id"]);
    }

    [Fact]
    public async Task What_happens_while_the_board_is_looked_at_is_visible()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order("server_error");
        var id = await app.PublishAsync();
        var account = await app.FirstAccountAsync();
        while ((await app.GetAsync($"/v1/pins/{id}")) is var p && (string?)p["waiting_for"]!["code"] != "reconciling") await app.StepAsync(account);

        var pin = await app.GetAsync($"/v1/pins/{id}");

        Assert.Equal("publishing", (string?)pin["status"]);
        Assert.NotNull(pin["waiting_for"]!["until"]);
        Assert.Equal(HttpStatusCode.Conflict, (await app.Admin.PostAsync($"/v1/pins/{id}/cancel", null)).StatusCode);
    }

    [Fact]
    public async Task A_blocked_link_holds_the_queued_pins_of_its_domain_and_no_others()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        await app.PostAsync($"/v1/accounts/{account}/hold");
        app.Order("link_blocked");
        var blocked = await app.PublishAsync(SidecarApp.Pin(("link_url", "https://www.spam.example/a")));
        var same = await app.PublishAsync(SidecarApp.Pin(("link_url", "https://spam.example/b")));
        var other = await app.PublishAsync(SidecarApp.Pin(("link_url", "https://fine.example/c")));
        await app.PostAsync($"/v1/accounts/{account}/resume");

        Assert.Equal("link_blocked", (string?)(await app.SettledAsync(blocked))["error_code"]);
        Assert.Equal("published", (string?)(await app.SettledAsync(other))["status"]);
        var waiting = (await app.GetAsync($"/v1/pins/{same}"))["waiting_for"]!;
        Assert.Equal("link_hold", (string?)waiting["code"]);
        Assert.Contains("spam.example", (string?)waiting["message"], StringComparison.Ordinal);

        var late = await app.PublishAsync(SidecarApp.Pin(("link_url", "https://spam.example/d")));
        await app.PostAsync($"/v1/accounts/{account}/resume");
        Assert.Equal("published", (string?)(await app.SettledAsync(same))["status"]);
        Assert.Equal("published", (string?)(await app.SettledAsync(late))["status"]);
    }

    [Fact]
    public async Task Failures_in_a_row_stop_the_lane_and_an_answered_probe_starts_it_again()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        app.Order("server_error", times: 3);
        var ids = new List<string>();
        foreach (var board in new[] { "Home decor", "Recipes", "Travel ideas" }) ids.Add(await app.PublishAsync(SidecarApp.Pin(("board", board))));

        while ((string?)(await app.GetAsync($"/v1/accounts/{account}"))["status"] == "active") await app.StepAsync(account);
        var held = await app.GetAsync($"/v1/accounts/{account}");
        Assert.NotNull(held["held_until"]);
        Assert.Contains("tried again by itself", (string?)held["held_reason"], StringComparison.Ordinal);

        var late = await app.PublishAsync();
        Assert.Equal("published", (string?)(await app.SettledAsync(late))["status"]);
        foreach (var id in ids) Assert.Equal("published", (string?)(await app.SettledAsync(id))["status"]);
        Assert.Equal(4, app.PinsOnPinterest());
    }

    [Theory]
    [InlineData("token_expired", 1, new[] { "accepted" })]
    [InlineData("rate_limited", 1, new[] { "refused", "accepted" })]
    [InlineData("rate_limited", 3, new[] { "refused", "refused", "refused", "accepted" })]
    public async Task A_passing_refusal_is_tried_again(string fault, int times, string[] outcomes)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order(fault, times, seconds: fault == "rate_limited" ? 3600 : null, headers: false);

        var pin = await app.SettledAsync(await app.PublishAsync());

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Equal(outcomes, await OutcomesAsync(app, pin));
        Assert.Equal(1, app.PinsOnPinterest());
    }

    [Fact]
    public async Task A_wait_that_Pinterest_asks_for_stops_the_lane_for_just_that_long()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var start = app.Clock!.GetUtcNow();
        app.Order("rate_limited", times: 1, seconds: 40);

        var pin = await app.SettledAsync(await app.PublishAsync());

        var published = DateTimeOffset.Parse((string)pin["published_at"]!);
        Assert.InRange((published - start).TotalSeconds, 40, 41);
    }

    [Theory]
    [InlineData("link_blocked", "link_blocked")]
    [InlineData("data_access_denied", "capability_unavailable")]
    public async Task A_refusal_of_this_pin_fails_it_and_says_what_to_do(string fault, string code)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order(fault);

        var pin = await app.SettledAsync(await app.PublishAsync());

        Assert.Equal("failed", (string?)pin["status"]);
        Assert.Equal(code, (string?)pin["error_code"]);
        Assert.NotNull(pin["error_remediation"]);
        Assert.Equal(0, app.PinsOnPinterest());
    }

    [Theory]
    [InlineData("app_not_approved")]
    [InlineData("feature_restricted")]
    [InlineData("scope_missing")]
    [InlineData("trial_access")]
    [InlineData("spam_blocked")]
    public async Task A_refusal_of_the_account_holds_its_lane_and_fails_nothing(string fault)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order(fault);
        var account = await app.FirstAccountAsync();
        var first = await app.PublishAsync();
        var second = await app.PublishAsync();

        while ((string?)(await app.GetAsync($"/v1/accounts/{account}"))["status"] == "active") await app.StepAsync(account);

        var waiting = (await app.GetAsync($"/v1/pins/{second}"))["waiting_for"]!;
        Assert.Equal("account_hold", (string?)waiting["code"]);
        Assert.True(((string?)waiting["message"])!.Length > 30);
        Assert.False((bool)(await app.GetAsync($"/v1/accounts/{account}/rate-meter"))["can_publish_now"]!);

        await app.PostAsync($"/v1/accounts/{account}/resume");
        Assert.Equal("published", (string?)(await app.SettledAsync(first))["status"]);
        Assert.Equal("published", (string?)(await app.SettledAsync(second))["status"]);
        Assert.Equal(2, app.PinsOnPinterest());
    }

    [Fact]
    public async Task A_pin_that_Pinterest_finds_invalid_fails_with_Pinterests_own_words()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());

        var pin = await app.SettledAsync(await app.PublishAsync(SidecarApp.Pin(("image_url", "https://example.com/toosmall.jpg"))));

        Assert.Equal("media_too_small", (string?)pin["error_code"]);
        Assert.Contains("too small", (string?)pin["error_message"], StringComparison.Ordinal);
        var attempt = (await app.GetAsync($"/v1/pins/{pin["id"]}/attempts"))["items"]![0]!;
        Assert.Equal(403, (int?)attempt["http_status"]);
        Assert.Equal(233, (int?)attempt["pinterest_code"]);
        Assert.NotNull(attempt["pinterest_request_id"]);
    }

    private static async Task<string[]> OutcomesAsync(SidecarApp app, JsonNode pin) =>
        [.. (await app.GetAsync($"/v1/pins/{pin["id"]}/attempts"))["items"]!.AsArray().Select(a => (string)a!["outcome"]!).Reverse()];
}

using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing;

/// <summary>What becomes of a pin when something goes wrong while it is published; in virtual time, against the simulator.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("accept_then_drop", 1)]
    [InlineData("error_after_create", 1)]
    [InlineData("drop_before_read", 0)]
    [InlineData("truncated_body", 1)]
    [InlineData("no_id", 1)]
    [InlineData("html", 1)]
    [InlineData("server_error", 0)]
    public async Task An_outcome_nobody_can_know_is_never_sent_again(string fault, int onPinterest)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order(fault);

        var pin = await app.SettledAsync(await app.PublishAsync());

        Assert.Equal("unconfirmed", (string?)pin["status"]);
        Assert.Equal("outcome_unknown", (string?)pin["error_code"]);
        Assert.False((bool?)pin["retryable"]);
        Assert.Contains("Look at the board", (string?)pin["error_remediation"], StringComparison.Ordinal);
        Assert.Equal(["unknown"], await OutcomesAsync(app, pin));
        Assert.Equal(onPinterest, app.PinsOnPinterest());
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

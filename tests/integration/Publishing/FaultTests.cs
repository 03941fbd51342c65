using System.Net;
using System.Text.Json.Nodes;
using Connector.Simulator.Faults;
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
    public async Task A_pin_that_never_arrived_is_sent_again_only_after_lookups_over_minutes(string fault)
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
        app.Services.GetRequiredService<ActiveFaults>().Add(
            new FaultRule("simulator", "data_access_denied") { Operation = "list_board_pins", Times = 1 });

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
    public async Task What_happens_while_the_board_is_read_is_visible()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        app.Order("server_error");
        var id = await app.PublishAsync();
        var account = await app.FirstAccountAsync();
        while ((await app.GetAsync($"/v1/pins/{id}")) is var p && (string?)p["waiting_for"]!["code"] != "reconciling")
            await app.StepAsync(account);

        var pin = await app.GetAsync($"/v1/pins/{id}");

        Assert.Equal("publishing", (string?)pin["status"]);
        Assert.NotNull(pin["waiting_for"]!["until"]);
        Assert.Equal(HttpStatusCode.Conflict, (await app.Admin.PostAsync($"/v1/pins/{id}/cancel", null)).StatusCode);
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
    public async Task A_wait_that_Pinterest_asks_for_stops_the_account_for_just_that_long()
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

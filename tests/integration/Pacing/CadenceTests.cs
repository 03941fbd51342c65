using System.Text.Json.Nodes;
using Connector.Tests.Support;
using static Connector.Tests.Support.Cadences;

namespace Connector.Tests.Pacing;

/// <summary>What an account's owner wants happens, and whoever waits is told.</summary>
public sealed class CadenceTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_pin_over_the_days_number_waits_says_so_and_goes_when_there_is_room()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        await app.SetAsync(await app.FirstAccountAsync(), new { pins_per_day = 2 });
        string[] ids = [await app.PublishAsync(), await app.PublishAsync(), await app.PublishAsync()];
        var free = await app.WentAtAsync(ids[0]) + TimeSpan.FromDays(1);
        await app.WentAtAsync(ids[1]);

        var waiting = await app.GetAsync($"/v1/pins/{ids[2]}");

        Assert.Equal("pace", (string?)waiting["waiting_for"]!["code"]);
        Assert.Contains(
            "at most 2 pins in 24 hours (its setting pins_per_day)", (string?)waiting["waiting_for"]!["message"], StringComparison.Ordinal);
        Assert.Equal(free, Time((string?)waiting["waiting_for"]!["until"]));
        Assert.Equal(free, Time((string?)waiting["eta"]!["expected_at"]));
        Assert.InRange(await app.WentAtAsync(ids[2]), free, free + Moment);
    }

    [Theory]
    [InlineData("pins_per_board_per_week", 7, "Home decor", "https://example.com/a", "Home decor", "https://example.org/b")]
    [InlineData("days_between_same_link", 1, "Home decor", "https://example.com/a", "Recipes", "https://example.com/a/#top")]
    [InlineData("pins_per_domain_per_day", 1, "Home decor", "https://example.com/a", "Recipes", "https://www.example.com/b")]
    public async Task A_pin_held_back_by_a_rule_of_its_own_is_passed_by_others_and_goes_by_itself(
        string rule, int days, string board, string link, string sameBoard, string sameLink)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        await app.SetAsync(await app.FirstAccountAsync(), new JsonObject { [rule] = 1 });
        var first = await app.PublishAsync(SidecarApp.Pin(("board", board), ("link_url", link)));
        var held = await app.PublishAsync(SidecarApp.Pin(("board", sameBoard), ("link_url", sameLink)));
        var free = await app.WentAtAsync(first) + TimeSpan.FromDays(days);

        var passing = await app.WentAtAsync(
            await app.PublishAsync(SidecarApp.Pin(("board", "Travel ideas"), ("link_url", "https://elsewhere.example"))));
        var waiting = await app.GetAsync($"/v1/pins/{held}");

        Assert.True(passing < free - TimeSpan.FromHours(23), $"It went at {passing:O}.");
        Assert.Equal("pace", (string?)waiting["waiting_for"]!["code"]);
        Assert.Contains(rule, (string?)waiting["waiting_for"]!["message"], StringComparison.Ordinal);
        Assert.Equal(free, Time((string?)waiting["waiting_for"]!["until"]));
        Assert.Equal(free, Time((string?)waiting["eta"]!["expected_at"]));
        Assert.InRange(await app.WentAtAsync(held), free, free + Moment);
    }

    [Theory]
    [InlineData("pins_per_day", "1")]
    [InlineData("min_gap_seconds", "600000")]
    [InlineData("pins_per_board_per_week", "1")]
    [InlineData("days_between_same_link", "30")]
    [InlineData("pins_per_domain_per_day", "1")]
    [InlineData("quiet_hours", """{"from":"08:00","to":"20:00"}""")]
    [InlineData("weekdays", """["sun"]""")]
    public async Task When_its_rule_is_ended_a_pin_goes_at_once(string rule, string value)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        await app.WentAtAsync(await app.PublishAsync(SidecarApp.Pin(("link_url", "https://example.com"))));
        await app.SetAsync(account, new JsonObject { [rule] = JsonNode.Parse(value) });
        var id = await app.PublishAsync(SidecarApp.Pin(("link_url", "https://example.com")));
        Assert.Contains(rule, (string?)(await app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["message"], StringComparison.Ordinal);
        Assert.True(await app.ExpectedAtAsync(id) > app.Clock!.GetUtcNow().AddHours(10));
        var now = app.Clock.GetUtcNow();

        await app.SetAsync(account, new JsonObject { [rule] = null });

        Assert.InRange(await app.WentAtAsync(id), now, now + Moment);
    }

    [Fact]
    public async Task A_pin_that_Pinterest_refused_takes_no_place()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        await app.SetAsync(await app.FirstAccountAsync(), new { pins_per_day = 1 });
        app.Order("image_broken");
        Assert.Equal("failed", (string?)(await app.EndedAsync(await app.PublishAsync()))["status"]);
        var now = app.Clock!.GetUtcNow();

        Assert.InRange(await app.WentAtAsync(await app.PublishAsync()), now, now + Moment);
        Assert.True(await app.ExpectedAtAsync(await app.PublishAsync()) > now.AddHours(23));
    }

    [Fact]
    public async Task A_higher_priority_goes_first_and_an_edit_keeps_the_place()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        await app.SetAsync(account, new { min_gap_seconds = 60 });
        await app.PostAsync($"/v1/accounts/{account}/hold");
        var ids = new Dictionary<string, string>();
        (string, int)[] pins = [("last", -10), ("edited", 0), ("normal", 0), ("raised", 0), ("first", 10), ("lowered", 9)];
        foreach (var (name, priority) in pins)
            ids[name] = await app.PublishAsync(SidecarApp.Pin(("priority", priority)));
        await PatchAsync("raised", new { priority = 9 });
        await PatchAsync("lowered", new { priority = -9 });
        await PatchAsync("edited", new { title = "Another lamp" });

        await app.PostAsync($"/v1/accounts/{account}/resume");

        var went = new List<(string Name, DateTimeOffset At)>();
        foreach (var (name, id) in ids) went.Add((name, await app.WentAtAsync(id)));
        Assert.Equal(["first", "raised", "edited", "normal", "lowered", "last"], went.OrderBy(each => each.At).Select(each => each.Name));

        Task<JsonNode> PatchAsync(string name, object change) =>
            SidecarApp.SendAsync(app.Admin, HttpMethod.Patch, $"/v1/pins/{ids[name]}", change);
    }

    [Fact]
    public async Task The_eta_a_pin_is_accepted_with_is_the_one_it_has()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        await app.SetAsync(await app.FirstAccountAsync(), new { pins_per_day = 1, weekdays = new[] { "sat" } });

        (string?, int)[] pins = [("2026-12-24T18:00:00Z", 0), (null, 0), (null, 0), (null, 10), ("2026-11-14T18:00:00Z", 1), (null, 0)];
        foreach (var (at, priority) in pins)
        {
            var accepted = await app.PostAsync("/v1/pins", SidecarApp.Pin(("publish_at", at), ("priority", priority)));
            var shown = await app.GetAsync($"/v1/pins/{accepted["id"]}");

            Assert.Equal(shown["eta"]!.ToJsonString(), accepted["eta"]!.ToJsonString());
        }
    }
}

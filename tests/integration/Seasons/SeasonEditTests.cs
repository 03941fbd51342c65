using System.Text.Json.Nodes;
using Connector.Tests.Pins;
using Connector.Tests.Support;

namespace Connector.Tests.Seasons;

/// <summary>The season of a pin that waits can be changed, and holds through approval. It is 2 November 2026.</summary>
public sealed class SeasonEditTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Another_event_moves_a_pin_that_waits_for_its_season()
    {
        var id = await _app.PublishAsync(SidecarApp.Pin(("event_date", "2027-02-14")));

        var later = await EditAsync(id, """{"event_date":"2027-05-09"}""");
        var sooner = await EditAsync(id, """{"lead_days":180}""");
        var none = await EditAsync(id, """{"event_date":null}""");

        Assert.Equal(("scheduled", "2027-02-23T00:00:00.000Z"), (Status(later), (string?)later["eta"]!["expected_at"]));
        Assert.Equal(("2027-05-09", 180), ((string?)sooner["season"]!["event_date"], (int)sooner["season"]!["lead_days"]!));
        Assert.Equal("2026-11-10T00:00:00.000Z", (string?)sooner["eta"]!["expected_at"]);
        Assert.Equal(("queued", null), (Status(none), none["season"]));
        await _app.WentAtAsync(id);
    }

    [Fact]
    public async Task A_time_of_its_own_stays_when_the_season_changes_and_gives_way_to_it_when_cleared()
    {
        var id = await _app.PublishAsync(SidecarApp.Pin(("publish_at", "2027-03-01T08:00:00Z")));

        var timed = await EditAsync(id, """{"event_date":"2027-05-09","lead_days":60}""");
        var late = await EditAsync(id, """{"event_date":"2027-02-14","lead_days":null}""");
        var cleared = await EditAsync(id, """{"publish_at":null}""");

        Assert.Equal("2027-03-01T08:00:00.000Z", (string?)timed["eta"]!["expected_at"]);
        Assert.Equal("season_early", (string?)timed["warnings"]!.AsArray().Single()!["code"]);
        Assert.Equal("season_late", (string?)late["warnings"]!.AsArray().Single()!["code"]);
        Assert.Equal(("scheduled", "2026-12-01T00:00:00.000Z"), (Status(cleared), (string?)cleared["eta"]!["expected_at"]));
    }

    [Fact]
    public async Task Lead_days_alone_say_nothing_of_a_pin_without_an_event()
    {
        var id = await _app.PublishAsync(SidecarApp.Pin(("publish_at", "2027-03-01T08:00:00Z")));

        var problem = await _app.RefusedAsync(
            400, "validation_failed", call => call.Patch.Json(new { lead_days = 30 }).ToUrl($"/v1/pins/{id}"));

        Assert.NotNull(problem["errors"]!["lead_days"]);
    }

    [Fact]
    public async Task An_approved_pin_still_waits_for_its_season_and_another_event_asks_for_approval_again()
    {
        await using var world = await ApprovalWorld.BeginAsync();
        var id = await world.PinAsync(("event_date", "2027-02-14"));

        var approved = await world.ApproveAsync(id);
        var edited = await world.EditAsync(id, new { event_date = "2027-05-09" });

        Assert.Equal(("scheduled", "2026-12-01T00:00:00.000Z"), (Status(approved), (string?)approved["eta"]!["expected_at"]));
        Assert.Equal("awaiting_approval", Status(edited));
    }

    [Fact]
    public async Task A_pin_that_nobody_has_approved_until_its_event_is_over_is_late()
    {
        await using var world = await ApprovalWorld.BeginAsync();
        var id = await world.PinAsync(("event_date", "2026-11-03"));

        var before = await world.App.GetAsync($"/v1/pins/{id}");
        world.Clock.Advance(TimeSpan.FromDays(2));
        var after = await world.App.GetAsync($"/v1/pins/{id}");

        Assert.Equal((false, true), ((bool)before["season"]!["is_late"]!, (bool)after["season"]!["is_late"]!));
    }

    [Fact]
    public async Task A_season_stays_as_it_was_accepted_when_the_accounts_time_zone_changes()
    {
        var id = await _app.PublishAsync(SidecarApp.Pin(("event_date", "2027-02-14")));

        await _app.SetAsync(await _app.FirstAccountAsync(), new { time_zone = "Asia/Tokyo" });

        Assert.Equal("2026-12-01T00:00:00.000Z", (string?)(await _app.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["until"]);
    }

    private Task<JsonNode> EditAsync(string id, string change) =>
        SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/pins/{id}", JsonNode.Parse(change));

    private static string? Status(JsonNode pin) => (string?)pin["status"];
}

using System.Text.Json.Nodes;
using Connector.Tests.Support;
using static Connector.Tests.Support.Cadences;

namespace Connector.Tests.Seasons;

/// <summary>Several pins of a season are spread over it where asked: first to look at, then for real. It is 2 November 2026.</summary>
public sealed class SeasonSpreadingTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _account = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        _account = await _app.FirstAccountAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_plan_shows_the_whole_season_and_the_batch_that_follows_does_as_it_says()
    {
        await _app.SetAsync(_account, new { quiet_hours = new { from = "20:00", to = "08:00" } });
        var request = Request(spread: true, Enumerable.Range(1, 12).Select(Valentine));

        var plan = await _app.PostAsync("/v1/plan", request);
        var batch = await _app.PostAsync("/v1/pins/batch", request);

        var planned = plan["pins"]!.AsArray().Select(pin => (string?)pin!["publish_at"]).ToList();
        // From 16 December to 14 February are 61 days of 12 hours.
        Assert.Equal(("2026-12-16T08:00:00.000Z", "2026-12-21T09:00:00.000Z"), (planned[0], planned[1]));
        Assert.Equal(12, planned.Distinct().Count());
        Assert.All(planned, time => Assert.InRange(Time(time).Hour, 8, 19));
        Assert.Equal(planned, plan["pins"]!.AsArray().Select(pin => (string?)pin!["expected_at"]));
        Assert.All(plan["pins"]!.AsArray(), pin => Assert.Equal("2026-12-16", (string?)pin!["season"]!["earliest"]));
        Assert.Equal(planned, Pins(batch).Select(pin => (string?)pin!["publish_at"]));
        Assert.Equal(planned, Pins(batch).Select(pin => (string?)pin!["eta"]!["expected_at"]));
    }

    [Fact]
    public async Task Without_spread_all_go_as_the_season_begins()
    {
        var batch = await _app.PostAsync("/v1/pins/batch", Request(spread: false, [Valentine(1), Valentine(2)]));

        Assert.All(Pins(batch), pin => Assert.Null(pin!["publish_at"]));
        Assert.All(
            Pins(batch), pin => Assert.StartsWith("2026-12-16T00:00:0", (string?)pin!["eta"]!["expected_at"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_pins_with_an_event_and_without_a_time_are_spread_each_season_by_itself()
    {
        var timed = Valentine(3);
        timed["publish_at"] = "2027-01-05T10:00:00Z";
        var another = Valentine(4);
        another["lead_days"] = 20;

        var batch = await _app.PostAsync(
            "/v1/pins/batch", Request(spread: true, [Valentine(1), timed, SidecarApp.Pin(("title", "Any")), another, Valentine(2)]));

        Assert.Equal(
            ["2026-12-16T00:00:00.000Z", "2027-01-05T10:00:00.000Z", null, "2027-01-25T00:00:00.000Z", "2027-01-15T12:00:00.000Z"],
            Pins(batch).Select(pin => (string?)pin!["publish_at"]));
    }

    [Fact]
    public async Task A_batch_that_is_sent_again_later_gives_the_same_pins_at_the_same_times()
    {
        var request = Request(spread: true, [Christmas(1), Christmas(2), Christmas(3)]);

        var first = await _app.PostAsync("/v1/pins/batch", request);
        _app.Clock!.Advance(TimeSpan.FromHours(5));
        var again = await _app.PostAsync("/v1/pins/batch", request);

        Assert.Equal((3, 0), ((int)again["existing"]!, (int)again["failed"]!));
        Assert.Equal(Pins(first).Select(Named), Pins(again).Select(Named));

        static (string?, string?) Named(JsonNode? pin) => ((string?)pin!["id"], (string?)pin["publish_at"]);
    }

    [Fact]
    public async Task One_wrong_pin_stops_none_of_the_others()
    {
        var (wrong, nobody) = (Valentine(2), Valentine(3));
        wrong["event_date"] = "2099-02-14";
        nobody["account_id"] = "acc_nobody";

        var batch = await _app.PostAsync("/v1/pins/batch", Request(spread: true, [Valentine(1), wrong, nobody, Valentine(4)]));

        Assert.Equal(["created", "failed", "failed", "created"], batch["items"]!.AsArray().Select(item => (string?)item!["status"]));
        Assert.Equal("2026-12-16T00:00:00.000Z", (string?)Pins(batch)[0]!["publish_at"]);
    }

    [Fact]
    public async Task A_plan_warns_of_pins_that_do_not_fit_into_their_season()
    {
        await _app.SetAsync(_account, new { pins_per_day = 1 });

        var plan = await _app.PostAsync(
            "/v1/plan", Request(spread: true, Enumerable.Range(1, 3).Select(_ => SidecarApp.Pin(("event_date", "2026-11-03")))));

        Assert.Equal([false, false, true], plan["pins"]!.AsArray().Select(pin => (bool)pin!["season"]!["is_late"]!));
        Assert.Equal("season_late", (string?)plan["pins"]![2]!["warnings"]![0]!["code"]);
        Assert.Equal("pins_per_day", (string?)plan["pins"]![2]!["rule"]);
    }

    private static JsonObject Valentine(int number) => SidecarApp.Pin(
        ("title", $"Heart {number}"), ("event_date", "2027-02-14"), ("lead_days", 60), ("idempotency_key", $"heart-{number}"));

    private static JsonObject Christmas(int number) =>
        SidecarApp.Pin(("title", $"Tree {number}"), ("event_date", "2026-12-25"), ("idempotency_key", $"tree-{number}"));

    private static JsonObject Request(bool spread, IEnumerable<JsonObject> pins) =>
        new() { ["spread"] = spread, ["pins"] = new JsonArray([.. pins]) };

    private static List<JsonNode?> Pins(JsonNode batch) => [.. batch["items"]!.AsArray().Select(item => item!["pin"])];
}

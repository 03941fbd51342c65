using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Seasons;

/// <summary>A pin for an event goes while people search for it, and says so. The clock begins on 2 November 2026.</summary>
public sealed class SeasonTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _account = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        _account = await _app.FirstAccountAsync();
        await _app.SetAsync(_account, new { time_zone = "Europe/Berlin" });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_pin_waits_until_its_season_begins_in_its_accounts_time_zone_and_goes_then()
    {
        var pin = await _app.PostAsync("/v1/pins", Pin(("event_date", "2027-02-14"), ("lead_days", 90)));

        Assert.Equal("scheduled", (string?)pin["status"]);
        Assert.Null(pin["publish_at"]);
        Assert.True(JsonNode.DeepEquals(Season("2027-02-14", 90, "2026-11-16"), pin["season"]), pin.ToJsonString());
        Assert.Equal("season", (string?)pin["waiting_for"]!["code"]);
        Assert.Equal("2026-11-15T23:00:00.000Z", (string?)pin["waiting_for"]!["until"]);
        Assert.Equal("2026-11-15T23:00:00.000Z", (string?)pin["eta"]!["expected_at"]);
        Assert.Empty(pin["warnings"]!.AsArray());

        var went = await _app.WentAtAsync((string)pin["id"]!);

        Assert.Equal(DateTimeOffset.Parse("2026-11-15T23:00:00Z"), went);
        Assert.False((bool)(await _app.GetAsync($"/v1/pins/{pin["id"]}"))["season"]!["is_late"]!);
    }

    [Fact]
    public async Task In_a_season_that_has_begun_a_pin_goes_at_once()
    {
        var pin = await _app.PostAsync("/v1/pins", Pin(("event_date", "2026-12-25")));

        Assert.Equal("queued", (string?)pin["status"]);
        Assert.True(JsonNode.DeepEquals(Season("2026-12-25", 75, "2026-10-11"), pin["season"]), pin.ToJsonString());
    }

    [Fact]
    public async Task A_time_of_its_own_decides_and_one_before_the_season_is_warned_of()
    {
        var early = await _app.PostAsync(
            "/v1/pins", Pin(("event_date", "2027-12-25"), ("publish_at", "2026-11-20T09:00:00Z")));

        Assert.Equal("publish_at", (string?)early["waiting_for"]!["code"]);
        Assert.Equal("2026-11-20T09:00:00.000Z", (string?)early["eta"]!["expected_at"]);
        Assert.Equal(["season_early"], Codes(early["warnings"]));
    }

    [Theory]
    [InlineData("2026-10-31")]
    [InlineData("2026-11-01")]
    public async Task A_pin_for_an_event_that_is_over_is_accepted_with_a_warning(string eventDate)
    {
        var request = Pin(("event_date", eventDate));

        var checks = await _app.PostAsync("/v1/pins/validate?fetch_media=false", request);
        var pin = await _app.PostAsync("/v1/pins", request);

        Assert.Contains("season_late", Codes(checks["checks"]));
        Assert.True((bool)checks["valid"]!);
        Assert.Equal(["season_late"], Codes(pin["warnings"]));
        Assert.True((bool)pin["season"]!["is_late"]!);
    }

    [Fact]
    public async Task A_pin_that_its_accounts_rules_bring_behind_the_event_is_late()
    {
        // Nothing goes before noon, so that the first still waits when the answer is written.
        await _app.SetAsync(_account, new { pins_per_day = 1, quiet_hours = new { from = "08:00", to = "12:00" } });

        var batch = await _app.PostAsync(
            "/v1/pins/batch",
            new { pins = new[] { Pin(("event_date", "2026-11-02"), ("title", "A")), Pin(("event_date", "2026-11-02"), ("title", "B")) } });

        Assert.Equal(
            [(false, ""), (true, "season_late")],
            batch["items"]!.AsArray().Select(item => (
                (bool)item!["pin"]!["season"]!["is_late"]!, string.Join(",", Codes(item["pin"]!["warnings"])))));
    }

    [Theory]
    [InlineData("lead_days", 75, "counts back from event_date")]
    [InlineData("event_date", "2099-12-24", "at most five years from now")]
    [InlineData("event_date", "0026-12-24", "at most five years from now")]
    [InlineData("event_date", "24.12.2026", "must be a date in quotes, such as")]
    public async Task A_season_that_cannot_be_meant_is_refused(string field, object value, string words)
    {
        var request = Pin((field, JsonValue.Create(value)));

        var problem = await _app.RefusedAsync(400, "validation_failed", call => call.Post.Json(request).ToUrl("/v1/pins"));
        var planned = new JsonObject { ["pins"] = new JsonArray(request.DeepClone()) };
        var plan = await _app.RefusedAsync(400, "validation_failed", call => call.Post.Json(planned).ToUrl("/v1/plan"));
        var checks = await _app.PostAsync("/v1/pins/validate?fetch_media=false", request);

        Assert.Contains(words, problem["errors"]![field]!.ToJsonString().Replace("\\u0022", "\""), StringComparison.Ordinal);
        Assert.NotNull(plan["errors"]![$"pins[0].{field}"]);
        Assert.False((bool)checks["valid"]!);
    }

    [Theory]
    [InlineData("lead_days", 0)]
    [InlineData("lead_days", 181)]
    public async Task Lead_days_are_1_to_180(string field, int days)
    {
        var request = Pin(("event_date", "2026-12-25"), (field, days));

        var problem = await _app.RefusedAsync(400, "validation_failed", call => call.Post.Json(request).ToUrl("/v1/pins"));

        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task A_request_with_a_season_that_is_sent_again_gives_the_same_pin()
    {
        var request = Pin(("event_date", "2027-02-14"), ("idempotency_key", "valentine"));

        var pin = await _app.PostAsync("/v1/pins", request);
        _app.Clock!.Advance(TimeSpan.FromDays(2));
        var again = await _app.PostAsync("/v1/pins", request);

        Assert.Equal((string?)pin["id"], (string?)again["id"]);
    }

    private static JsonObject Season(string eventDate, int leadDays, string earliest) => new()
    {
        ["event_date"] = eventDate,
        ["lead_days"] = leadDays,
        ["earliest"] = earliest,
        ["latest"] = eventDate,
        ["is_late"] = false,
    };

    private static JsonObject Pin(params (string Field, JsonNode? Value)[] fields) => SidecarApp.Pin(fields);

    private static List<string> Codes(JsonNode? checks) =>
    [
        .. checks!.AsArray().Select(check => (string?)check!["code"]).OfType<string>()
            .Where(code => code.StartsWith("season", StringComparison.Ordinal)),
    ];
}

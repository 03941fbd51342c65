using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins.Published;

/// <summary>What cannot be changed of a published pin is refused with the reason, and stays as it is.</summary>
public sealed class RefusedEditTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;
    private string _pin = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(_clock);
        _pin = await _app.PublishAsync();
        await _app.SettledAsync(_pin);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("""{"image_url":"https://example.com/b.jpg"}""", 409, "state_conflict", "image_url")]
    [InlineData("""{"publish_at":null}""", 409, "state_conflict", "publish_at")]
    [InlineData("""{"title":"B","priority":1,"metadata":{"a":"b"}}""", 409, "state_conflict", "metadata")]
    [InlineData("""{"dominant_color":"#112233"}""", 409, "state_conflict", "dominant_color")]
    [InlineData("{}", 400, "validation_failed", "request")]
    [InlineData("""{"title":5}""", 400, "validation_failed", "title")]
    [InlineData("""{"board":null}""", 400, "validation_failed", "board")]
    [InlineData("""{"board":"No such board"}""", 404, "board_not_found", "board")]
    [InlineData("""{"board":"99999999999999"}""", 404, "board_not_found", null)]
    [InlineData("""{"board_section_id":"12"}""", 404, "section_not_found", null)]
    [InlineData("""{"link_url":"example.com"}""", 400, "validation_failed", "link_url")]
    public async Task It_is_refused_and_nothing_changes(string body, int status, string code, string? names)
    {
        var (answered, text) = await _app.Admin.AskAsync(HttpMethod.Patch, $"/v1/pins/{_pin}", JsonNode.Parse(body));

        var problem = JsonNode.Parse(text)!;
        Assert.Equal((status, code), (answered, (string?)problem["code"]));
        if (names is not null) Assert.NotNull(problem["errors"]![names]);
        Assert.Equal("A lamp", (string?)(await _app.GetAsync($"/v1/pins/{_pin}?live=true"))["live"]!["pin"]!["title"]);
    }

    [Theory]
    [InlineData("feature_restricted", 403, "capability_unavailable")]
    [InlineData("app_not_approved", 403, "capability_unavailable")]
    [InlineData("scope_missing", 403, "capability_unavailable")]
    [InlineData("forbidden", 403, "pinterest_refused")]
    [InlineData("link_blocked", 422, "link_blocked")]
    [InlineData("rate_limited", 429, "rate_limited")]
    public async Task What_Pinterest_refuses_comes_with_its_own_words(string fault, int status, string code)
    {
        await _app.FaultAsync(fault, operation: "update_pin");

        var (answered, text) = await _app.Admin.AskAsync(HttpMethod.Patch, $"/v1/pins/{_pin}", JsonNode.Parse("""{"title":"B"}"""));

        var problem = JsonNode.Parse(text)!;
        Assert.Equal((status, code), (answered, (string?)problem["code"]));
        Assert.NotEmpty((string)problem["pinterest"]!["message"]!);
        Assert.Equal("A lamp", (string?)(await _app.GetAsync($"/v1/pins/{_pin}"))["title"]);
        Assert.Equal(0, await _app.CountAsync("get_pin"));
    }

    [Fact]
    public async Task A_pin_that_is_gone_from_Pinterest_is_shown_as_gone_and_is_not_changed()
    {
        var there = (string)(await _app.GetAsync($"/v1/pins/{_pin}"))["pinterest_pin_id"]!;
        await DeleteThereAsync(there);

        var live = (await _app.GetAsync($"/v1/pins/{_pin}?live=true"))["live"]!;
        Assert.Equal((false, null), ((bool)live["found"]!, live["pin"]));
        await _app.RefusedAsync(404, "not_found", call => call.Patch.Json(new { title = "B" }).ToUrl($"/v1/pins/{_pin}"));
    }

    [Fact]
    public async Task A_pin_that_waits_has_nothing_on_Pinterest_and_nobody_is_asked()
    {
        var waiting = await _app.PublishAsync(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater)));

        var shown = await _app.GetAsync($"/v1/pins/{waiting}?live=true");

        Assert.Null(shown["live"]);
        Assert.Equal(0, await _app.CountAsync("get_pin"));
    }

    [Theory]
    [InlineData("rate_limited", 429, "rate_limited")]
    [InlineData("data_access_denied", 403, "capability_unavailable")]
    [InlineData("html", 502, "pinterest_unavailable")]
    public async Task A_look_that_fails_says_why(string fault, int status, string code)
    {
        await _app.FaultAsync(fault, operation: "get_pin");

        await _app.RefusedAsync(status, code, call => call.Get.Url($"/v1/pins/{_pin}?live=true"));
    }

    // By the board, which the connector does not connect with its pins.
    private async Task DeleteThereAsync(string pin)
    {
        var board = (string)(await _app.SimulatedPinsAsync()).Single(one => (string?)one!["id"] == pin)!["board_id"]!;
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/boards/{board}", null);
    }
}

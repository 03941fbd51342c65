using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

/// <summary>What Pinterest takes with a pin besides its content reaches Pinterest as it was given.</summary>
public sealed class PassedFieldsTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private FakePinterest _pinterest = null!;
    private SidecarApp _app = null!;

    [Fact]
    public async Task Source_sponsor_and_ad_account_reach_Pinterest_and_every_call_about_the_pin()
    {
        var there = new { id = "77", board_id = "42", title = "A lamp" };
        _pinterest.On("POST /v5/pins", _ => (201, there));
        _pinterest.On("GET /v5/pins/77", _ => (200, there));
        _pinterest.On("PATCH /v5/pins/77", _ => (200, there));
        _pinterest.On("DELETE /v5/pins/77", _ => (204, ""));

        var id = await _app.PublishAsync(SidecarApp.Pin(
            ("board", null), ("board_id", "42"), ("parent_pin_id", "1"), ("sponsor_id", "2"), ("ad_account_id", "549755885175")));
        var pin = await _app.SettledAsync(id);
        Assert.Equal(
            ("published", "1", "2", "549755885175"),
            ((string?)pin["status"], (string?)pin["parent_pin_id"], (string?)pin["sponsor_id"], (string?)pin["ad_account_id"]));
        await _app.GetAsync($"/v1/pins/{id}?live=true");
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/pins/{id}", new { title = "A lamp" });
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/pins/{id}?delete_from_pinterest=true", null);

        var calls = _pinterest.Calls.Where(call => call.Call.Contains("/v5/pins", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, calls.Count);
        Assert.All(calls, call => Assert.Equal("549755885175", call.Query("ad_account_id")));
        var sent = JsonNode.Parse(calls[0].Body)!;
        Assert.Equal(("1", "2", null), ((string?)sent["parent_pin_id"], (string?)sent["sponsor_id"], sent["ad_account_id"]));
    }

    [Fact]
    public async Task The_board_and_the_numbers_of_such_a_pin_are_asked_for_in_the_same_name()
    {
        _pinterest.On("POST /v5/pins", _ => (201, new { id = "77" }));
        _pinterest.On("GET /v5/boards/42", _ => (200, new { id = "42", name = "B", owner = new { username = "owner" } }));
        _pinterest.On("GET /v5/pins/77/analytics", _ => (200, new { all = new { daily_metrics = Array.Empty<object>() } }));
        var pin = SidecarApp.Pin(("board", null), ("board_id", "42"), ("ad_account_id", "549755885175"));

        var checks = (await _app.PostAsync("/v1/pins/validate?fetch_media=false", pin))["checks"]!.AsArray();
        var id = await _app.PublishAsync(pin);
        await _app.SettledAsync(id);
        await _app.GetAsync($"/v1/pins/{id}/metrics");
        await _app.GetAsync("/v1/pins/77/metrics");

        Assert.Equal("passed", (string?)checks.Single(check => (string?)check!["name"] == "board_writable")!["status"]);
        var calls = _pinterest.Calls.Where(call => call.Call.Contains("/boards", StringComparison.Ordinal)
            || call.Call.Contains("/pins", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, calls.Count);
        Assert.All(calls, call => Assert.Equal("549755885175", call.Query("ad_account_id")));
    }

    [Fact]
    public async Task The_name_of_a_board_is_refused_with_an_ad_account_whose_boards_nobody_knows()
    {
        _pinterest.On("POST /v5/pins", _ => (201, new { id = "77" }));
        var named = SidecarApp.Pin(("board", "Recipes"), ("ad_account_id", "549755885175"));
        var id = await _app.PublishAsync(SidecarApp.Pin(("board", "42"), ("ad_account_id", "549755885175")));

        await AboutTheBoardAsync(HttpMethod.Post, "/v1/pins", named);
        await AboutTheBoardAsync(HttpMethod.Post, "/v1/pinterest/pins/9/save?ad_account_id=549755885175", new { board = "Recipes" });
        await AboutTheBoardAsync(HttpMethod.Patch, $"/v1/pins/{id}", new { board = "Recipes" });
        await _app.SettledAsync(id);
        await AboutTheBoardAsync(HttpMethod.Patch, $"/v1/pins/{id}", new { board = "Recipes" });
        var batch = await _app.PostAsync("/v1/pins/batch", new { pins = new[] { named } });
        Assert.NotNull(batch["items"]![0]!["problem"]!["errors"]!["board"]);
    }

    private async Task AboutTheBoardAsync(HttpMethod method, string path, object body)
    {
        var (status, text) = await _app.Admin.AskAsync(method, path, body);
        Assert.Equal(400, status);
        Assert.Contains("must be the board's id", (string?)JsonNode.Parse(text)!["errors"]!["board"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_without_them_sends_none()
    {
        _pinterest.On("POST /v5/pins", _ => (201, new { id = "77" }));

        await _app.SettledAsync(await _app.PublishAsync(SidecarApp.Pin(("board", null), ("board_id", "42"))));

        var call = _pinterest.Calls.Single(one => one.Call == "POST /v5/pins");
        Assert.Null(call.Query("ad_account_id"));
        Assert.DoesNotContain("parent_pin_id", call.Body, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _pinterest.KnowsUser("pina_1", "1", "lamps");
        _app = await SidecarApp.StartAsync(_clock, null, _pinterest.Settings);
        await _app.PostAsync("/v1/accounts", new { environment = "production", access_token = "pina_1" });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _pinterest.DisposeAsync();
        Assert.Empty(_pinterest.Unexpected);
    }
}

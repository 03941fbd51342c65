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

using Connector.Tests.Support;

namespace Connector.Tests.Pins;

public sealed class CreatePinTests
{
    [Fact]
    public async Task A_pin_is_accepted_published_and_reported()
    {
        await using var app = await SidecarApp.StartAsync();

        var id = await app.PublishAsync();
        var pin = await app.SettledAsync(id);

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Matches(@"^\d+$", (string?)pin["pinterest_pin_id"]);
        Assert.Equal($"https://www.pinterest.com/pin/{pin["pinterest_pin_id"]}/", (string?)pin["pinterest_url"]);
        Assert.Null(pin["waiting_for"]);
    }

    [Fact]
    public async Task A_pin_that_only_its_owner_would_see_is_accepted_with_a_warning()
    {
        await using var pinterest = await FakePinterest.StartAsync();
        pinterest.KnowsUser("pina_lamps", "1", "lamps");
        pinterest.On("GET /v5/boards", _ => (200, new { items = new[] { new { id = "1", name = "Lamps" } } }));
        pinterest.On("GET /v5/boards/1", _ => (200, new { id = "1", name = "Lamps" }));
        await using var app = await SidecarApp.StartAsync(
            new ManualClock(), null, [.. pinterest.Settings, "Connector:Pinterest:AccessTier=trial"]);
        var account = await app.PostAsync("/v1/accounts", new { environment = "production", access_token = "pina_lamps" });
        await app.PostAsync($"/v1/accounts/{account["id"]}/hold");
        var pin = SidecarApp.Pin(("board", null), ("board_id", "1"));

        var accepted = await app.PostAsync("/v1/pins", pin);
        var validated = await app.PostAsync("/v1/pins/validate", pin);

        Assert.Equal("trial_access", (string?)Assert.Single(accepted["warnings"]!.AsArray())!["code"]);
        Assert.Contains(
            validated["checks"]!.AsArray(), check => (string?)check!["name"] == "visibility" && (string?)check["status"] == "warning");
    }
}

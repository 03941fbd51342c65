using System.Text.Json.Nodes;
using Connector.Tests.Support;
using static Connector.Tests.Support.Cadences;

namespace Connector.Tests.Pins;

/// <summary>Only approved pins count in what is forecast; what might be accepted is told that it needs approval.</summary>
public sealed class ApprovalForecastTests : IAsyncLifetime
{
    private ApprovalWorld _world = null!;

    private SidecarApp App => _world.App;

    public async ValueTask InitializeAsync() => _world = await ApprovalWorld.BeginAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_pin_that_waits_for_approval_delays_no_other_until_it_is_approved()
    {
        await App.SetAsync(_world.Account, new { min_gap_seconds = 3600 });
        await App.WentAtAsync(await ApprovedAsync());
        var gone = _world.Clock.GetUtcNow();
        var waiting = await _world.PinAsync();
        var next = await ApprovedAsync();

        Assert.Equal((1, gone.AddHours(1)), await PlaceOfAsync(next));
        Assert.Equal(gone.AddHours(1), Time((string?)(await MeterAsync())["drained_at"]));
        Assert.Equal(gone.AddHours(2), Time((string?)(await PlanAsync())["pins"]![0]!["expected_at"]));

        await _world.ApproveAsync(waiting);

        // It has kept its place among those that were accepted.
        Assert.Equal((1, gone.AddHours(1)), await PlaceOfAsync(waiting));
        Assert.Equal((2, gone.AddHours(2)), await PlaceOfAsync(next));
        Assert.Equal(gone.AddHours(2), Time((string?)(await MeterAsync())["drained_at"]));
        Assert.Equal((gone.AddHours(1), gone.AddHours(2)), (await App.WentAtAsync(waiting), await App.WentAtAsync(next)));
    }

    [Fact]
    public async Task A_plan_and_a_validation_say_that_approval_is_needed()
    {
        var plan = await PlanAsync();
        var checks = await App.PostAsync("/v1/pins/validate?fetch_media=false", SidecarApp.Pin());

        Assert.Equal("approval_needed", (string?)plan["pins"]![0]!["warnings"]!.AsArray().Single()!["code"]);
        Assert.Equal("approval_needed", (string?)Check(checks)["code"]);
        Assert.True((bool)checks["valid"]!);

        await _world.RequireAsync(false);
        Assert.Empty((await PlanAsync())["pins"]![0]!["warnings"]!.AsArray());
        Assert.Equal("passed", (string?)Check(await App.PostAsync("/v1/pins/validate?fetch_media=false", SidecarApp.Pin()))["status"]);
    }

    [Fact]
    public async Task A_held_account_does_not_hide_that_a_pin_waits_for_approval()
    {
        var id = await _world.PinAsync();
        await App.PostAsync($"/v1/accounts/{_world.Account}/hold");

        Assert.Equal("approval", (string?)(await App.GetAsync($"/v1/pins/{id}"))["waiting_for"]!["code"]);

        Assert.Equal("account_hold", (string?)(await _world.ApproveAsync(id))["waiting_for"]!["code"]);
    }

    private static JsonNode Check(JsonNode inspection) =>
        inspection["checks"]!.AsArray().Single(check => (string?)check!["name"] == "approval")!;

    private async Task<string> ApprovedAsync()
    {
        var id = await _world.PinAsync();
        await _world.ApproveAsync(id);
        return id;
    }

    private async Task<(int, DateTimeOffset)> PlaceOfAsync(string id)
    {
        var eta = (await App.GetAsync($"/v1/pins/{id}"))["eta"]!;
        return ((int)eta["position"]!, Time((string?)eta["expected_at"]));
    }

    private async Task<JsonNode> MeterAsync() => (await App.GetAsync($"/v1/accounts/{_world.Account}/rate-meter"))["queue"]!;

    private Task<JsonNode> PlanAsync() => App.PostAsync("/v1/plan", new JsonObject { ["pins"] = new JsonArray(SidecarApp.Pin()) });
}

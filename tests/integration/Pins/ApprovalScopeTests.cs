using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

/// <summary>Who may approve: no workflow approves its own pins, and nobody those of accounts that the key does not see.</summary>
public sealed class ApprovalScopeTests : IAsyncLifetime
{
    private ApprovalWorld _world = null!;

    private SidecarApp App => _world.App;

    public async ValueTask InitializeAsync() => _world = await ApprovalWorld.BeginAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task A_key_that_publishes_does_not_decide_about_its_own_pins(string way)
    {
        using var workflow = await App.WithScopesAsync("read", "publish");
        var id = (string)(await SidecarApp.SendAsync(workflow, HttpMethod.Post, "/v1/pins", SidecarApp.Pin()))["id"]!;

        foreach (var path in new[] { $"/v1/pins/{id}/{way}", $"/v1/pins/{way}" })
            Assert.Equal("insufficient_scope", (string?)(await ApprovalWorld.RefusedAsync(workflow, 403, path, new { }))["code"]);

        Assert.Equal("awaiting_approval", await _world.StatusAsync(id));
    }

    [Fact]
    public async Task A_key_made_to_approve_reads_and_approves_and_does_nothing_else()
    {
        using var approver = await App.WithScopesAsync("read", "approve");
        var id = await _world.PinAsync(("publish_at", SidecarApp.MuchLater));

        Assert.Equal(200, (await approver.AskAsync(HttpMethod.Get, $"/v1/pins/{id}")).Status);
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "/v1/pins"), (HttpMethod.Patch, $"/v1/pins/{id}"), (HttpMethod.Post, $"/v1/pins/{id}/cancel"),
            (HttpMethod.Patch, $"/v1/accounts/{_world.Account}"),
        })
            Assert.Equal(403, (await approver.AskAsync(method, path, new { title = "B" })).Status);

        var approved = await SidecarApp.SendAsync(approver, HttpMethod.Post, $"/v1/pins/{id}/approve", null);
        Assert.Equal("test", (string?)approved["approved_by"]);
    }

    [Fact]
    public async Task A_key_that_only_approves_cannot_read()
    {
        using var approver = await App.WithScopesAsync("approve");

        Assert.Equal(403, (await approver.AskAsync(HttpMethod.Get, "/v1/pins")).Status);
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task To_a_key_of_another_account_the_pin_is_not_there(string way)
    {
        using var other = await App.LimitedToAsync("admin", await App.SimulatorAccountAsync("Other"));
        using var own = await App.LimitedToAsync("approve", _world.Account);
        var id = await _world.PinAsync();

        Assert.Equal("not_found", (string?)(await ApprovalWorld.RefusedAsync(other, 404, $"/v1/pins/{id}/{way}"))["code"]);
        var many = await SidecarApp.SendAsync(other, HttpMethod.Post, $"/v1/pins/{way}", new { ids = new[] { id } });
        Assert.Equal((0, "not_found"), ((int)many["done"]!, (string?)many["items"]![0]!["problem"]!["code"]));
        Assert.Equal("awaiting_approval", await _world.StatusAsync(id));

        Assert.Equal(200, (await own.AskAsync(HttpMethod.Post, $"/v1/pins/{id}/{way}")).Status);
    }

    [Fact]
    public async Task Of_many_each_has_its_own_outcome()
    {
        var (first, second, canceled) = (await _world.PinAsync(), await _world.PinAsync(), await _world.PinAsync());
        await App.PostAsync($"/v1/pins/{canceled}/cancel");

        var many = await App.PostAsync(
            "/v1/pins/approve", new { ids = new[] { first, canceled, "pin_nobody", second, first }, approved_by = "Bea" });

        Assert.Equal((2, 3), ((int)many["done"]!, (int)many["failed"]!));
        var items = many["items"]!.AsArray();
        Assert.Equal(["done", "failed", "failed", "done", "failed"], items.Select(item => (string?)item!["status"]));
        Assert.Equal(
            [null, "state_conflict", "not_found", null, "state_conflict"], items.Select(item => (string?)item!["problem"]?["code"]));
        Assert.Equal("Bea", (string?)items[3]!["pin"]!["approved_by"]);
        foreach (var id in new[] { first, second }) Assert.Equal("published", (string?)(await App.SettledAsync(id))["status"]);
    }

    [Fact]
    public async Task Many_are_rejected_with_one_reason()
    {
        string[] ids = [await _world.PinAsync(), await _world.PinAsync()];

        var many = await App.PostAsync("/v1/pins/reject", new { ids, reason = "Last year's prices." });

        Assert.Equal(2, (int)many["done"]!);
        foreach (var id in ids)
            Assert.Equal("bootstrap rejected it: Last year's prices.", (string?)(await App.GetAsync($"/v1/pins/{id}"))["error_message"]);
    }

    [Fact]
    public async Task A_hundred_pins_of_a_batch_wait_and_are_approved_at_once()
    {
        var pins = new JsonArray([.. Enumerable.Range(0, 100).Select(i => (JsonNode)SidecarApp.Pin(("title", $"Lamp {i}")))]);
        var made = await App.PostAsync("/v1/pins/batch", new JsonObject { ["pins"] = pins });
        var ids = made["items"]!.AsArray().Select(item => (string)item!["pin"]!["id"]!).ToList();
        Assert.All(made["items"]!.AsArray(), item => Assert.Equal("awaiting_approval", (string?)item!["pin"]!["status"]));

        var many = await App.PostAsync("/v1/pins/approve", new { ids });

        Assert.Equal(100, (int)many["done"]!);
        var queue = (await App.GetAsync($"/v1/accounts/{_world.Account}/rate-meter"))["queue"]!;
        Assert.Equal(0, (int)queue["awaiting_approval"]!);
    }
}

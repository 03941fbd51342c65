using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

/// <summary>From an accepted pin that waits for a person to one that goes, or does not.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private ApprovalWorld _world = null!;

    private SidecarApp App => _world.App;

    public async ValueTask InitializeAsync() => _world = await ApprovalWorld.BeginAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_pin_waits_until_somebody_approves_it_and_says_so()
    {
        var accepted = await App.PostAsync("/v1/pins", SidecarApp.Pin(("chosen_by", "Ana")));
        var id = (string)accepted["id"]!;
        _world.Clock.Advance(TimeSpan.FromDays(3));
        await App.LookAgainAsync(_world.Account);

        var pin = await App.GetAsync($"/v1/pins/{id}");

        Assert.Equal(("awaiting_approval", "approval"), ((string?)pin["status"], (string?)pin["waiting_for"]!["code"]));
        Assert.Null(pin["waiting_for"]!["until"]);
        Assert.Null(pin["eta"]);
        Assert.Null(accepted["eta"]);
        Assert.Null(pin["approved_at"]);
        Assert.Equal(0, App.CallsOf("create_pin"));
        Assert.Equal(id, (string?)(await App.GetAsync("/v1/pins?status=awaiting_approval"))["items"]!.AsArray().Single()!["id"]);
        var queue = (await App.GetAsync($"/v1/accounts/{_world.Account}/rate-meter"))["queue"]!;
        Assert.Equal((1, 0, 0), ((int)queue["awaiting_approval"]!, (int)queue["queued"]!, (int)queue["scheduled"]!));
    }

    [Fact]
    public async Task An_approved_pin_goes_and_keeps_who_approved_it_and_when()
    {
        var (named, byKey) = (await _world.PinAsync(), await _world.PinAsync());
        _world.Clock.Advance(TimeSpan.FromHours(1));
        var at = _world.Clock.GetUtcNow();

        var approved = await _world.ApproveAsync(named, new { approved_by = "Bea Winter" });
        await _world.ApproveAsync(byKey);

        Assert.Equal("queued", (string?)approved["status"]);
        var pin = await App.SettledAsync(named);
        Assert.Equal(("published", "Bea Winter"), ((string?)pin["status"], (string?)pin["approved_by"]));
        Assert.Equal(at, Cadences.Time((string?)pin["approved_at"]));
        Assert.Equal("bootstrap", (string?)(await App.SettledAsync(byKey))["approved_by"]);
        Assert.Equal(["pin.awaiting_approval", "pin.published"], await _world.EventsAsync(named));
    }

    [Theory]
    [InlineData(5, "scheduled")]
    [InlineData(1, "queued")]
    public async Task A_time_of_its_own_is_kept_and_one_that_has_passed_means_now(int hoursUntilIts, string status)
    {
        var its = _world.Clock.GetUtcNow().AddHours(hoursUntilIts);
        var id = await _world.PinAsync(("publish_at", its.ToString("O")));
        _world.Clock.Advance(TimeSpan.FromHours(2));
        var at = _world.Clock.GetUtcNow();

        Assert.Equal(status, (string?)(await _world.ApproveAsync(id))["status"]);

        Assert.Equal(its > at ? its : at, await App.WentAtAsync(id));
    }

    [Fact]
    public async Task A_rejected_pin_is_canceled_with_the_reason_and_who_said_it()
    {
        var id = await _world.PinAsync();

        var pin = await App.PostAsync($"/v1/pins/{id}/reject", new { reason = "The lamp is sold out.", rejected_by = "Bea" });

        Assert.Equal(("canceled", "rejected"), ((string?)pin["status"], (string?)pin["error_code"]));
        Assert.Equal("Bea rejected it: The lamp is sold out.", (string?)pin["error_message"]);
        Assert.Null(pin["waiting_for"]);
        Assert.Equal(["pin.awaiting_approval", "pin.canceled"], await _world.EventsAsync(id));
        Assert.Equal("state_conflict", (string?)(await ApprovalWorld.RefusedAsync(App.Admin, 409, $"/v1/pins/{id}/approve"))["code"]);
    }

    [Fact]
    public async Task It_can_be_canceled_instead_and_forgotten_then()
    {
        var id = await _world.PinAsync();
        Assert.Equal(409, (await App.Admin.AskAsync(HttpMethod.Delete, $"/v1/pins/{id}")).Status);

        await App.PostAsync($"/v1/pins/{id}/cancel");

        Assert.Null((await App.GetAsync($"/v1/pins/{id}"))["error_code"]);
        Assert.Equal(204, (await App.Admin.AskAsync(HttpMethod.Delete, $"/v1/pins/{id}")).Status);
    }

    [Fact]
    public async Task What_is_approved_twice_or_was_never_asked_for_is_a_conflict_that_changes_nothing()
    {
        var id = await _world.PinAsync(("publish_at", SidecarApp.MuchLater));
        await _world.ApproveAsync(id, new { approved_by = "Ana" });

        var again = await ApprovalWorld.RefusedAsync(App.Admin, 409, $"/v1/pins/{id}/approve", new { approved_by = "Bea" });
        var late = await ApprovalWorld.RefusedAsync(App.Admin, 409, $"/v1/pins/{id}/reject");

        Assert.Equal(("state_conflict", "state_conflict"), ((string?)again["code"], (string?)late["code"]));
        Assert.Contains("by Ana", (string?)again["detail"], StringComparison.Ordinal);
        Assert.Equal("Ana", (string?)(await App.GetAsync($"/v1/pins/{id}"))["approved_by"]);
        Assert.Single(await _world.EventsAsync(id));
    }

    [Fact]
    public async Task Only_one_of_many_that_decide_at_once_does()
    {
        for (var round = 0; round < 20; round++)
        {
            var id = await _world.PinAsync(("publish_at", SidecarApp.MuchLater));
            string[] ways = ["approve", "reject", "approve", "reject"];

            var answers = await Task.WhenAll(ways.Select(way => App.Admin.AskAsync(HttpMethod.Post, $"/v1/pins/{id}/{way}", null)));

            Assert.Equal([200, 409, 409, 409], answers.Select(answer => answer.Status).Order());
            var won = ways[Array.FindIndex(answers, answer => answer.Status == 200)];
            Assert.Equal(won == "approve" ? "scheduled" : "canceled", await _world.StatusAsync(id));
        }
    }

    [Fact]
    public async Task A_repeated_request_is_the_pin_that_waits_and_asks_nobody_again()
    {
        var pin = SidecarApp.Pin(("idempotency_key", "lamp"));
        var first = (string)(await App.PostAsync("/v1/pins", pin))["id"]!;

        var same = await App.PostAsync("/v1/pins", pin);
        var inBatch = await App.PostAsync("/v1/pins/batch", new JsonObject { ["pins"] = new JsonArray(pin.DeepClone()) });

        Assert.Equal((first, "awaiting_approval"), ((string)same["id"]!, (string?)same["status"]));
        Assert.Equal(1, (int)inBatch["existing"]!);
        Assert.Single(await _world.EventsAsync(first));
    }

    [Fact]
    public async Task Switching_it_on_or_off_changes_no_pin_that_was_accepted_before()
    {
        var asked = await _world.PinAsync(("publish_at", SidecarApp.MuchLater));

        await _world.RequireAsync(false);
        var free = await App.PublishAsync(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater)));
        Assert.Equal(("awaiting_approval", "scheduled"), (await _world.StatusAsync(asked), await _world.StatusAsync(free)));

        await _world.RequireAsync(true);
        Assert.Equal(("awaiting_approval", "scheduled"), (await _world.StatusAsync(asked), await _world.StatusAsync(free)));
        Assert.Equal("scheduled", (string?)(await _world.ApproveAsync(asked))["status"]);
    }

    [Fact]
    public async Task A_failed_pin_that_is_tried_again_keeps_its_approval()
    {
        App.Order("link_blocked");
        var id = await _world.PinAsync();
        await _world.ApproveAsync(id, new { approved_by = "Ana" });
        Assert.Equal("failed", (string?)(await App.SettledAsync(id))["status"]);

        await App.PostAsync($"/v1/pins/{id}/retry");

        var pin = await App.SettledAsync(id);
        Assert.Equal(("published", "Ana"), ((string?)pin["status"], (string?)pin["approved_by"]));
    }

    [Fact]
    public async Task What_waits_for_approval_is_canceled_when_its_account_is_disconnected()
    {
        var id = await _world.PinAsync();

        await App.Admin.AskAsync(HttpMethod.Delete, $"/v1/accounts/{_world.Account}");

        Assert.Equal("canceled", await _world.StatusAsync(id));
    }
}

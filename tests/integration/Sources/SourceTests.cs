using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Sources;

/// <summary>What a source makes of its items.</summary>
public sealed class SourceTests : IAsyncLifetime
{
    private SourceWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await SourceWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_new_item_becomes_one_pin_that_awaits_approval()
    {
        var url = _world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp")));
        var id = await _world.WatchAsync(url);
        Assert.Equal(["awaiting_approval"], (await _world.PinsAsync()).Select(pin => (string)pin["status"]!));

        _world.Host.Put("/feed", Feeds.Rss(("b", "Oak lamp"), ("a", "Brass lamp")));
        var source = await _world.AgainAsync(id);

        var pins = await _world.PinsAsync();
        Assert.Equal(["Brass lamp", "Oak lamp"], pins.Select(pin => (string)pin["title"]!));
        Assert.All(pins, pin => Assert.Equal("awaiting_approval", (string)pin["status"]!));
        Assert.Equal($"Source {id}", (string)pins[0]["chosen_by"]!);
        Assert.Equal(("rss", "active", 2), ((string)source["format"]!, (string)source["status"]!, (int)source["counts"]!["pinned"]!));
    }

    [Fact]
    public async Task A_changed_item_changes_its_waiting_pin_and_makes_no_second_one()
    {
        var url = _world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp"), ("b", "Oak lamp")));
        var id = await _world.WatchAsync(url);
        var before = (await _world.PinsAsync())[0];
        await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Patch, $"/v1/pins/{before["id"]}", new { alt_text = "By hand" });

        _world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp, new"), ("b", "Oak lamp")));
        await _world.AgainAsync(id);

        var pins = await _world.PinsAsync();
        Assert.Equal(["Brass lamp, new", "Oak lamp"], pins.Select(pin => (string)pin["title"]!));
        Assert.Equal(((string)before["id"]!, "By hand"), ((string)pins[0]["id"]!, (string)pins[0]["alt_text"]!));
    }

    [Fact]
    public async Task A_pin_that_was_approved_has_to_be_approved_again_after_its_item_changed()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp"))));
        var pin = (await _world.PinsAsync())[0]["id"];
        await _world.App.PostAsync($"/v1/accounts/{await _world.App.FirstAccountAsync()}/hold");
        await _world.App.PostAsync($"/v1/pins/{pin}/approve");

        _world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp, new")));
        await _world.AgainAsync(id);

        var after = (await _world.PinsAsync()).Single();
        Assert.Equal(("awaiting_approval", "Brass lamp, new"), ((string)after["status"]!, (string)after["title"]!));
        Assert.Null(after["approved_by"]);
    }

    [Fact]
    public async Task A_pin_that_is_final_is_not_touched()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp"))));
        var pin = (await _world.PinsAsync())[0]["id"];
        await _world.App.PostAsync($"/v1/pins/{pin}/cancel");

        _world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp, new")));
        await _world.AgainAsync(id);

        var after = (await _world.PinsAsync()).Single();
        Assert.Equal(("canceled", "Brass lamp"), ((string)after["status"]!, (string)after["title"]!));
    }

    [Fact]
    public async Task What_somebody_has_taken_upon_himself_goes_without_approval_and_says_who_that_was()
    {
        var id = await _world.WatchAsync(
            _world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp"))), "all", ("auto_approve", true),
            ("auto_approve_accepted_by", "ana@example.com"));

        var pin = (await _world.PinsAsync()).Single();
        Assert.NotEqual("awaiting_approval", (string)pin["status"]!);
        Assert.Equal($"Source {id}, approved in advance by ana@example.com", (string)pin["chosen_by"]!);
        Assert.NotNull((await _world.SourceAsync(id))["auto_approve_accepted_at"]);
    }

    [Fact]
    public async Task A_source_that_is_deleted_leaves_its_pins_and_set_up_again_doubles_none()
    {
        var url = _world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp")));
        var id = await _world.WatchAsync(url);

        await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Delete, $"/v1/sources/{id}", null);
        var again = await _world.WatchAsync(url);

        Assert.Single(await _world.PinsAsync());
        Assert.Equal(["existing"], (await _world.ItemsAsync(again)).Select(item => (string)item["state"]!));
    }

    [Fact]
    public async Task The_sources_of_an_account_that_is_disconnected_are_deleted()
    {
        var account = await _world.App.SimulatorAccountAsync("Shop");
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp"))), "all", ("account_id", account));

        await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Delete, $"/v1/accounts/{account}", null);

        Assert.Empty((await _world.App.GetAsync("/v1/sources"))["items"]!.AsArray());
        await _world.App.RefusedAsync(404, "not_found", call => call.Get.Url($"/v1/sources/{id}"));
    }

    [Fact]
    public async Task An_item_that_cannot_become_a_pin_says_why_and_is_tried_again_when_asked_to()
    {
        var id = await _world.WatchAsync(_world.Host.Put("/feed", Feeds.Rss(("a", "Lamp"))), "all", ("board", "Nowhere"));
        var item = (await _world.ItemsAsync(id, "?state=failed")).Single();
        Assert.Equal("board_not_found", (string)item["problem"]!["code"]!);

        await SidecarApp.SendAsync(_world.App.Admin, HttpMethod.Patch, $"/v1/sources/{id}", new { board = "Recipes" });
        await _world.CheckAsync(id);

        Assert.Equal(["pinned"], (await _world.ItemsAsync(id)).Select(each => (string)each["state"]!));
    }

    [Fact]
    public async Task A_source_whose_account_must_be_connected_again_waits_without_having_failed()
    {
        var account = await _world.App.SimulatorAccountAsync("Lost");
        await SetAsync(account, "reconnect_required");
        _world.App.Clock!.Advance(TimeSpan.FromSeconds(2));
        var url = _world.Host.Put("/feed", Feeds.Rss(("a", "Brass lamp")));
        var id = (string)(await _world.App.PostAsync(
            "/v1/sources", new { account_id = account, url, start = "new_only", board = "Recipes" }))["id"]!;
        await _world.LookedAtAsync(id);
        _world.Host.Put("/feed", Feeds.Rss(("b", "Oak lamp"), ("a", "Brass lamp")));

        await _world.App.PostAsync($"/v1/sources/{id}/check");
        await Eventually.TrueAsync(async () => (await _world.SourceAsync(id))["last_error"] is not null);
        var source = await _world.SourceAsync(id);
        Assert.Equal(("reconnect_required", "active"), ((string)source["last_error"]!["code"]!, (string)source["status"]!));
        Assert.Empty(await _world.ItemsAsync(id, "?state=failed"));

        await SetAsync(account, "active");
        Assert.Null((await _world.AgainAsync(id))["last_error"]);
        Assert.Equal(["Oak lamp"], (await _world.PinsAsync()).Select(pin => (string)pin["title"]!));
    }

    private Task SetAsync(string account, string status) => _world.App.Services.GetRequiredService<Database>().WriteAsync(sql =>
    {
        sql.Execute("update accounts set status = @status, held_reason = 'A test.' where id = @account", new { account, status });
    });
}

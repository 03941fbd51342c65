using Connector.Tests.Publishing.Videos;
using Connector.Tests.Support;

namespace Connector.Tests.Pins;

/// <summary>What was approved is what goes: an edit asks again, unless the account says otherwise.</summary>
public sealed class ApprovalEditTests : IAsyncLifetime
{
    private ApprovalWorld _world = null!;

    private SidecarApp App => _world.App;

    public async ValueTask InitializeAsync() => _world = await ApprovalWorld.BeginAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_pin_that_waits_for_approval_can_be_edited_and_nobody_is_told_again()
    {
        var id = await _world.PinAsync();

        await _world.EditAsync(id, new { title = "Another lamp", publish_at = SidecarApp.MuchLater });
        var pin = await _world.EditAsync(id, new { publish_at = (string?)null });

        Assert.Equal(("awaiting_approval", "Another lamp"), ((string?)pin["status"], (string?)pin["title"]));
        Assert.Single(await _world.EventsAsync(id));
        await _world.ApproveAsync(id);
        Assert.Equal("published", (string?)(await App.SettledAsync(id))["status"]);
    }

    [Theory]
    [InlineData("title", "Another lamp")]
    [InlineData("link_url", "https://example.com/other")]
    [InlineData("image_url", "https://example.com/other.jpg")]
    [InlineData("board", "Recipes")]
    [InlineData("publish_at", null)]
    public async Task An_edit_after_approval_asks_again(string field, string? value)
    {
        var id = await ApprovedAsync();

        var pin = await _world.EditAsync(id, new Dictionary<string, string?> { [field] = value });

        Assert.Equal(("awaiting_approval", "approval"), ((string?)pin["status"], (string?)pin["waiting_for"]!["code"]));
        Assert.Equal((null, null), ((string?)pin["approved_by"], (string?)pin["approved_at"]));
        Assert.Equal(["pin.awaiting_approval", "pin.awaiting_approval"], await _world.EventsAsync(id));
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await App.LookAgainAsync(_world.Account);
        Assert.Equal(0, App.CallsOf("create_pin"));
    }

    [Fact]
    public async Task Its_priority_its_metadata_and_an_edit_that_changes_nothing_do_not_ask_again()
    {
        var id = await ApprovedAsync();

        foreach (var change in new object[] { new { priority = 5 }, new { metadata = new { k = "v" } }, new { title = "A lamp" } })
            Assert.Equal("scheduled", (string?)(await _world.EditAsync(id, change))["status"]);

        Assert.Equal("Ana", (string?)(await App.GetAsync($"/v1/pins/{id}"))["approved_by"]);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_edit_does_not_ask_again_where_the_account_does_not_want_that(bool required, bool afterEdit)
    {
        var id = await ApprovedAsync();
        await App.SetAsync(_world.Account, new { require_approval = required, approval_after_edit = afterEdit });

        var pin = await _world.EditAsync(id, new { title = "Another lamp" });

        Assert.Equal(("scheduled", "Ana"), ((string?)pin["status"], (string?)pin["approved_by"]));
    }

    [Fact]
    public async Task A_pin_from_before_it_was_switched_on_has_to_be_approved_once_it_is_another()
    {
        await _world.RequireAsync(false);
        var id = await App.PublishAsync(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater)));
        await _world.RequireAsync(true);

        Assert.Equal("awaiting_approval", (string?)(await _world.EditAsync(id, new { title = "Another lamp" }))["status"]);
    }

    [Fact]
    public async Task Who_has_seen_an_older_state_of_it_does_not_approve_another()
    {
        var id = await _world.PinAsync(("publish_at", SidecarApp.MuchLater));
        var seen = (string?)(await App.GetAsync($"/v1/pins/{id}"))["updated_at"];
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        var now = (string?)(await _world.EditAsync(id, new { title = "Another lamp" }))["updated_at"];

        await ApprovalWorld.RefusedAsync(App.Admin, 409, $"/v1/pins/{id}/approve", new { updated_at = seen });
        await ApprovalWorld.RefusedAsync(App.Admin, 409, $"/v1/pins/{id}/reject", new { updated_at = seen });

        Assert.Equal("scheduled", (string?)(await _world.ApproveAsync(id, new { updated_at = now }))["status"]);
    }

    [Fact]
    public async Task A_video_is_brought_to_Pinterest_only_once_it_is_approved_and_anew_when_it_is_approved_again()
    {
        var id = await App.PublishVideoAsync();
        _world.Clock.Advance(TimeSpan.FromDays(1));
        await App.LookAgainAsync(_world.Account);
        Assert.Equal(0, App.CallsOf("register_media"));

        await App.PostAsync($"/v1/accounts/{_world.Account}/hold");
        await _world.ApproveAsync(id);
        await App.PostAsync($"/v1/accounts/{_world.Account}/resume");
        Assert.Equal("published", (string?)(await App.SettledAsync(id))["status"]);
        Assert.Equal(1, App.CallsOf("register_media"));
    }

    [Fact]
    public async Task The_upload_of_a_video_ends_when_its_pin_has_to_be_approved_again()
    {
        App.Order("media_stuck");
        var id = await App.PublishVideoAsync();
        await _world.ApproveAsync(id);
        await Eventually.TrueAsync(() => App.CallsOf("upload_media") == 1);

        await _world.EditAsync(id, new { title = "Another lamp" });
        await App.LookAgainAsync(_world.Account);
        Assert.Equal("awaiting_approval", await _world.StatusAsync(id));

        await _world.ApproveAsync(id);
        Assert.Equal("published", (string?)(await App.SettledAsync(id))["status"]);
        Assert.Equal(2, App.CallsOf("register_media"));
    }

    private async Task<string> ApprovedAsync()
    {
        var id = await _world.PinAsync(("publish_at", SidecarApp.MuchLater));
        await _world.ApproveAsync(id, new { approved_by = "Ana" });
        return id;
    }
}

using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

/// <summary>Who approves is told what waits for it; who waits for the end is told of the end only.</summary>
public sealed class ApprovalEventTests : WebhookWorld
{
    [Fact]
    public async Task A_pin_that_awaits_approval_is_told_to_webhooks_and_not_to_its_callback()
    {
        await App.SetAsync(await App.FirstAccountAsync(), new { require_approval = true });
        await App.ListenAsync(Receiver.Url + "/approvals", "pin.awaiting_approval");

        var id = await App.PublishAsync(SidecarApp.Pin(("callback_url", Receiver.Url + "/callback"), ("chosen_by", "Ana")));
        var asked = await Receiver.NextAsync();
        await App.PostAsync($"/v1/pins/{id}/approve", new { approved_by = "Bea" });
        await App.SettledAsync(id);
        var ended = await Receiver.NextAsync();

        Assert.Equal(("/approvals", "pin.awaiting_approval", id), (asked.Target, asked.Type, asked.PinId));
        var pin = asked.Json["data"]!["pin"]!;
        Assert.Equal(("awaiting_approval", "Ana"), ((string?)pin["status"], (string?)pin["chosen_by"]));
        Assert.Equal("approval", (string?)pin["waiting_for"]!["code"]);
        Assert.Equal(("/callback", "pin.published"), (ended.Target, ended.Type));
        Assert.Equal("Bea", (string?)ended.Json["data"]!["pin"]!["approved_by"]);
        Assert.Equal(2, Receiver.All.Count);
    }

    [Fact]
    public async Task A_callback_hears_that_its_pin_was_rejected_and_why()
    {
        await App.SetAsync(await App.FirstAccountAsync(), new { require_approval = true });
        var id = await App.PublishAsync(SidecarApp.Pin(("callback_url", Receiver.Url)));

        await App.PostAsync($"/v1/pins/{id}/reject", new { reason = "Too dark." });

        var heard = await Receiver.NextAsync();
        Assert.Equal(("pin.canceled", id), (heard.Type, heard.PinId));
        Assert.Equal("bootstrap rejected it: Too dark.", (string?)heard.Json["data"]!["pin"]!["error_message"]);
    }
}

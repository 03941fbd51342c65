using System.Net;
using System.Net.Http.Json;
using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

public sealed class WebhookAudienceTests : WebhookWorld
{
    [Fact]
    public async Task Only_the_events_and_accounts_asked_for_are_told()
    {
        var (first, other) = (await App.FirstAccountAsync(), await App.SimulatorAccountAsync("other"));
        await App.PostAsync("/v1/webhooks", new { url = Receiver.Url + "/other", account_ids = new[] { other } });
        await App.PostAsync("/v1/webhooks", new { url = Receiver.Url + "/resumed", events = new[] { "account.resumed", "pin.failed" } });

        foreach (var account in new[] { first, other })
        {
            await App.PostAsync($"/v1/accounts/{account}/hold");
            await App.PostAsync($"/v1/accounts/{account}/resume");
        }

        await App.RestAsync();
        Assert.Equal(
            ["/other account.held", "/other account.resumed", "/resumed account.resumed", "/resumed account.resumed"],
            Receiver.All.Select(heard => $"{heard.Target} {heard.Type}").Order());
    }

    [Fact]
    public async Task A_key_limited_to_accounts_hears_of_no_others()
    {
        var (mine, other) = (await App.FirstAccountAsync(), await App.SimulatorAccountAsync("other"));
        using var limited = App.As((string)(await App.PostAsync(
            "/v1/keys", new { name = "limited", scopes = new[] { "publish" }, account_ids = new[] { mine } }))["secret"]!);
        var webhook = await SidecarApp.SendAsync(limited, HttpMethod.Post, "/v1/webhooks", new { url = Receiver.Url });
        await App.PostAsync($"/v1/accounts/{other}/hold");
        await App.PostAsync($"/v1/accounts/{mine}/hold");
        await App.RestAsync();

        Assert.Equal([mine], webhook["account_ids"]!.AsArray().Select(id => (string)id!));
        Assert.Equal([mine], Receiver.All.Select(heard => (string)heard.Json["data"]!["account"]!["id"]!));
        var events = await SidecarApp.SendAsync(limited, HttpMethod.Get, "/v1/events", null);
        Assert.Equal([mine], events["items"]!.AsArray().Select(each => (string)each!["data"]!["account"]!["id"]!));
        await App.ListenAsync(Receiver.Url + "/all");
        Assert.Single((await SidecarApp.SendAsync(limited, HttpMethod.Get, "/v1/webhooks", null))["items"]!.AsArray());
        using var refused = await limited.PostAsJsonAsync("/v1/webhooks", new { url = Receiver.Url + "/x", account_ids = new[] { other } });
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Another_workspace_neither_sees_nor_hears_anything()
    {
        using var otherWorkspace = await App.OfWorkspaceAsync("other");
        var ours = await App.ListenAsync(Receiver.Url + "/ours");
        await SidecarApp.SendAsync(otherWorkspace, HttpMethod.Post, "/v1/webhooks", new { url = Receiver.Url + "/other" });
        await App.PostAsync($"/v1/accounts/{await App.FirstAccountAsync()}/hold");
        await App.RestAsync();

        Assert.Equal(["/ours"], Receiver.All.Select(heard => heard.Target));
        Assert.Empty((await SidecarApp.SendAsync(otherWorkspace, HttpMethod.Get, "/v1/events", null))["items"]!.AsArray());
        using var hidden = await otherWorkspace.GetAsync($"/v1/webhooks/{ours["id"]}/deliveries");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

/// <summary>A webhook is seen by who sees every account it hears of: its address, its deliveries, and that it is there.</summary>
public sealed class WebhookAccessTests : WebhookWorld
{
    [Fact]
    public async Task Deliveries_of_a_pin_show_neither_hidden_webhooks_nor_the_secrets_of_addresses()
    {
        var account = await App.FirstAccountAsync();
        using var limited = await App.LimitedToAsync("publish", account);
        await App.ListenAsync(Receiver.Url + "/hidden?token=hidden");
        var seen = await RegisterAsync(limited, "/seen?token=seen");
        var pin = Id(await SidecarApp.SendAsync(
            limited, HttpMethod.Post, "/v1/pins", SidecarApp.Pin(("callback_url", Receiver.Url + "/callback?token=callback"))));
        await App.SettledAsync(pin);
        await App.RestAsync();

        var mine = await DeliveriesAsync(limited, $"/v1/pins/{pin}/deliveries");
        var all = await DeliveriesAsync(App.Admin, $"/v1/pins/{pin}/deliveries");

        Assert.Equal(["/callback", "/seen"], Paths(mine));
        Assert.Equal(["/callback", "/hidden", "/seen"], Paths(all));
        Assert.DoesNotContain("token", $"{mine}{all}{await DeliveriesAsync(limited, $"/v1/webhooks/{Id(seen)}/deliveries")}");
        Assert.Contains("?token=seen", (await limited.AskAsync(HttpMethod.Get, "/v1/webhooks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_a_hidden_webhook_has_is_taken_as_if_nobody_had_it()
    {
        using var limited = await App.LimitedToAsync("publish", await App.FirstAccountAsync());
        using var rotated = await App.LimitedToAsync("publish", await App.FirstAccountAsync());
        var hidden = await App.ListenAsync(Receiver.Url + "/same");

        var mine = await RegisterAsync(limited, "/same");
        var again = await RegisterAsync(rotated, "/same");
        var moved = await RegisterAsync(limited, "/other");
        var owners = await App.ListenAsync(Receiver.Url + "/same");
        await App.ListenAsync(Receiver.Url + "/third");
        var (status, text) = await limited.AskAsync(HttpMethod.Patch, $"/v1/webhooks/{Id(moved)}", new { url = Receiver.Url + "/third" });

        Assert.NotEqual(Id(hidden), Id(mine));
        Assert.NotNull((string?)mine["secret"]);
        Assert.Equal((Id(mine), Id(hidden)), (Id(again), Id(owners)));
        Assert.True(status == 200, text);
        Assert.Null((await App.GetAsync($"/v1/webhooks/{Id(hidden)}"))["account_ids"]);
        var (taken, other) = await limited.AskAsync(HttpMethod.Patch, $"/v1/webhooks/{Id(moved)}", new { url = Receiver.Url + "/same" });
        Assert.Equal(409, taken);
        Assert.Contains(Id(mine), other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_whose_accounts_an_unlimited_key_changes_is_that_keys_from_then_on()
    {
        var account = await App.FirstAccountAsync();
        using var limited = await App.LimitedToAsync("publish", account);
        var mine = await RegisterAsync(limited, "/mine");
        await SidecarApp.SendAsync(App.Admin, HttpMethod.Patch, $"/v1/webhooks/{Id(mine)}", new { account_ids = Array.Empty<string>() });

        var next = await RegisterAsync(limited, "/mine");

        Assert.NotEqual(Id(mine), Id(next));
        Assert.Equal(404, (await limited.AskAsync(HttpMethod.Get, $"/v1/webhooks/{Id(mine)}")).Status);
    }

    [Fact]
    public async Task A_webhook_that_hears_of_fewer_accounts_tells_nothing_more_of_the_others()
    {
        var (mine, other) = (await App.FirstAccountAsync(), await App.SimulatorAccountAsync("other"));
        using var limited = await App.LimitedToAsync("publish", mine);
        Receiver.AnswerWith(heard => new Reply(
            heard.Type == "account.held" ? HttpStatusCode.InternalServerError : HttpStatusCode.NoContent));
        var webhook = Id(await App.ListenAsync(Receiver.Url));
        foreach (var account in new[] { other, mine }) await App.PostAsync($"/v1/accounts/{account}/hold");
        await App.RestAsync();
        var before = await App.LogAsync(webhook);
        var hidden = before[^1]!;

        await SidecarApp.SendAsync(App.Admin, HttpMethod.Patch, $"/v1/webhooks/{webhook}", new { account_ids = new[] { mine } });
        var (status, _) = await limited.AskAsync(HttpMethod.Post, $"/v1/webhooks/{webhook}/deliveries/{Id(hidden)}/redeliver");
        var seen = await DeliveriesAsync(limited, $"/v1/webhooks/{webhook}/deliveries");

        Assert.Equal(404, status);
        Assert.Equal([Id(before[0]!)], seen.Select(each => Id(each!)));
        Assert.Equal(["pending", "failed"], (await App.LogAsync(webhook)).Select(each => (string)each!["status"]!));
    }

    private Task<JsonNode> RegisterAsync(HttpClient caller, string path) =>
        SidecarApp.SendAsync(caller, HttpMethod.Post, "/v1/webhooks", new { url = Receiver.Url + path });

    private static async Task<JsonArray> DeliveriesAsync(HttpClient caller, string path) =>
        (await SidecarApp.SendAsync(caller, HttpMethod.Get, path, null))["items"]!.AsArray();

    private static IEnumerable<string> Paths(JsonArray deliveries) =>
        deliveries.Select(each => new Uri((string)each!["attempts"]![0]!["url"]!).PathAndQuery).Order();

    private static string Id(JsonNode made) => (string)made["id"]!;
}

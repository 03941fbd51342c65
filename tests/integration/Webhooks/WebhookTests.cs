using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;
using Connector.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Connector.Tests.Webhooks;

public sealed class WebhookTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private Receiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await Receiver.StartAsync();
        _app = await SidecarApp.StartAsync(new ManualClock(), null, Deliveries.ToLoopback);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_published_pin_is_told_with_a_signature_by_the_secret_that_was_shown_once()
    {
        var webhook = await _app.ListenAsync(_receiver.Url + "/hook?from=pins");
        var pinId = await _app.PublishAsync();
        await _app.SettledAsync(pinId);

        var heard = await _receiver.NextAsync();

        Assert.Equal(("POST", "/hook?from=pins", "pin.published", pinId), (heard.Method, heard.Target, heard.Type, heard.PinId));
        Assert.Equal((string)heard.Json["id"]!, heard.Id);
        Assert.NotNull((string?)heard.Json["data"]!["pin"]!["pinterest_pin_id"]);
        Assert.Equal(_app.Clock!.GetUtcNow().ToUnixTimeSeconds().ToString(), heard.Timestamp);
        Assert.Equal(Signature.Of(heard.Id, long.Parse(heard.Timestamp), heard.Body, [(string)webhook["secret"]!]), heard.Signature);
        Assert.Null((string?)(await _app.GetAsync($"/v1/webhooks/{webhook["id"]}"))["secret"]);
    }

    [Fact]
    public async Task Every_ending_of_a_pin_is_told()
    {
        await _app.ListenAsync(_receiver.Url);
        await _app.FaultAsync("image_too_small", times: 1);
        var failed = await _app.PublishAsync();
        await _app.SettledAsync(failed);
        Assert.Equal(("pin.failed", failed), await NextAsync());

        await _app.PostAsync($"/v1/pins/{failed}/retry");
        await _app.SettledAsync(failed);
        Assert.Equal(("pin.published", failed), await NextAsync());

        var canceled = await _app.PublishAsync(SidecarApp.Pin(("publish_at", "2027-01-01T00:00:00Z")));
        await _app.PostAsync($"/v1/pins/{canceled}/cancel");
        Assert.Equal(("pin.canceled", canceled), await NextAsync());
    }

    [Fact]
    public async Task An_account_that_stops_and_goes_on_is_told_once_each()
    {
        await _app.ListenAsync(_receiver.Url);
        var account = await _app.FirstAccountAsync();
        await _app.PostAsync($"/v1/accounts/{account}/hold");
        await _app.PostAsync($"/v1/accounts/{account}/hold");
        await _app.PostAsync($"/v1/accounts/{account}/resume");
        await _app.PostAsync($"/v1/accounts/{account}/resume");
        await _app.RestAsync();

        Assert.Equal(["account.held", "account.resumed"], _receiver.All.Select(heard => heard.Type));
        Assert.Equal("held", (string?)_receiver.All[0].Json["data"]!["account"]!["status"]);
    }

    [Fact]
    public async Task What_waits_when_an_account_is_disconnected_is_told_to_be_canceled()
    {
        await _app.ListenAsync(_receiver.Url);
        var account = await _app.FirstAccountAsync();
        var pins = new List<string> { await _app.PublishAsync(Later()), await _app.PublishAsync(Later()) };

        using var answer = await _app.Admin.DeleteAsync($"/v1/accounts/{account}");
        await _app.RestAsync();

        Assert.Equal(pins.Order(), _receiver.All.Select(heard => heard.PinId).Order());
        Assert.All(_receiver.All, heard => Assert.Equal("pin.canceled", heard.Type));

        static JsonObject Later() => SidecarApp.Pin(("publish_at", "2027-01-01T00:00:00Z"));
    }

    [Fact]
    public async Task Only_the_events_and_accounts_asked_for_are_told()
    {
        var (first, other) = (await _app.FirstAccountAsync(), await _app.SimulatorAccountAsync("other"));
        await _app.PostAsync("/v1/webhooks", new { url = _receiver.Url + "/other", account_ids = new[] { other } });
        await _app.PostAsync("/v1/webhooks", new { url = _receiver.Url + "/resumed", events = new[] { "account.resumed", "pin.failed" } });

        foreach (var account in new[] { first, other })
        {
            await _app.PostAsync($"/v1/accounts/{account}/hold");
            await _app.PostAsync($"/v1/accounts/{account}/resume");
        }

        await _app.RestAsync();
        Assert.Equal(
            ["/other account.held", "/other account.resumed", "/resumed account.resumed", "/resumed account.resumed"],
            _receiver.All.Select(heard => $"{heard.Target} {heard.Type}").Order());
    }

    [Fact]
    public async Task The_same_address_again_changes_its_webhook()
    {
        var first = await _app.ListenAsync(_receiver.Url, "pin.failed");
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Patch, $"/v1/webhooks/{first["id"]}", new { status = "disabled" });

        var again = await _app.ListenAsync(_receiver.Url, "pin.published", "pin.canceled");

        Assert.Equal(((string?)first["id"], "active", (string?)null), ((string?)again["id"], (string?)again["status"], (string?)again["secret"]));
        Assert.Equal(["pin.published", "pin.canceled"], again["events"]!.AsArray().Select(each => (string)each!));
        Assert.Single((await _app.GetAsync("/v1/webhooks"))["items"]!.AsArray());
    }

    [Fact]
    public async Task For_a_day_after_a_rotation_both_secrets_sign()
    {
        var old = await _app.ListenAsync(_receiver.Url);
        var rotated = await _app.PostAsync($"/v1/webhooks/{old["id"]}/rotate-secret", new { });

        Assert.Equal(2, (await TestAsync()).Signature.Split(' ').Length);
        Assert.Equal(Expected((string)rotated["secret"]!, (string)old["secret"]!), _receiver.All[^1].Signature);

        _app.Clock!.Advance(TimeSpan.FromHours(25));
        await TestAsync();
        Assert.Equal(Expected((string)rotated["secret"]!), _receiver.All[^1].Signature);

        async Task<Heard> TestAsync()
        {
            Assert.Equal("delivered", (string?)(await _app.PostAsync($"/v1/webhooks/{old["id"]}/test"))["status"]);
            return await _receiver.NextAsync();
        }

        string Expected(params string[] secrets) => Signature.Of(_receiver.All[^1].Id, long.Parse(_receiver.All[^1].Timestamp), _receiver.All[^1].Body, secrets);
    }

    [Fact]
    public async Task A_test_tells_what_came_of_it()
    {
        var webhook = await _app.ListenAsync(_receiver.Url);
        _receiver.Answer = async (_, http) =>
        {
            http.Response.StatusCode = 418;
            await http.Response.WriteAsync("short and stout " + new string('.', 5000));
        };

        var delivery = await _app.PostAsync($"/v1/webhooks/{webhook["id"]}/test");
        var attempt = Assert.Single(delivery["attempts"]!.AsArray())!;

        Assert.Equal(("webhook.test", "pending", 418), ((string?)delivery["event_type"], (string?)delivery["status"], (int)attempt["http_status"]!));
        Assert.StartsWith("short and stout", (string?)attempt["answer"]);
        Assert.Equal(1000, ((string)attempt["answer"]!).Length);
        Assert.Equal(_receiver.Url, (string?)attempt["url"]);
    }

    [Fact]
    public async Task A_key_limited_to_accounts_hears_of_no_others()
    {
        var (mine, other) = (await _app.FirstAccountAsync(), await _app.SimulatorAccountAsync("other"));
        using var limited = _app.As((string)(await _app.PostAsync("/v1/keys", new { name = "limited", scopes = new[] { "publish" }, account_ids = new[] { mine } }))["secret"]!);
        var webhook = await SidecarApp.SendAsync(limited, HttpMethod.Post, "/v1/webhooks", new { url = _receiver.Url });
        await _app.PostAsync($"/v1/accounts/{other}/hold");
        await _app.PostAsync($"/v1/accounts/{mine}/hold");
        await _app.RestAsync();

        Assert.Equal([mine], webhook["account_ids"]!.AsArray().Select(id => (string)id!));
        Assert.Equal([mine], _receiver.All.Select(heard => (string)heard.Json["data"]!["account"]!["id"]!));
        Assert.Equal([mine], (await SidecarApp.SendAsync(limited, HttpMethod.Get, "/v1/events", null))["items"]!.AsArray().Select(each => (string)each!["data"]!["account"]!["id"]!));
        await _app.ListenAsync(_receiver.Url + "/all");
        Assert.Single((await SidecarApp.SendAsync(limited, HttpMethod.Get, "/v1/webhooks", null))["items"]!.AsArray());
        using var refused = await limited.PostAsync("/v1/webhooks", JsonOf(new { url = _receiver.Url + "/x", account_ids = new[] { other } }));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Another_workspace_neither_sees_nor_hears_anything()
    {
        using var theirs = await _app.OfWorkspaceAsync("theirs");
        var ours = await _app.ListenAsync(_receiver.Url + "/ours");
        await SidecarApp.SendAsync(theirs, HttpMethod.Post, "/v1/webhooks", new { url = _receiver.Url + "/theirs" });
        await _app.PostAsync($"/v1/accounts/{await _app.FirstAccountAsync()}/hold");
        await _app.RestAsync();

        Assert.Equal(["/ours"], _receiver.All.Select(heard => heard.Target));
        Assert.Empty((await SidecarApp.SendAsync(theirs, HttpMethod.Get, "/v1/events", null))["items"]!.AsArray());
        using var hidden = await theirs.GetAsync($"/v1/webhooks/{ours["id"]}/deliveries");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    private static StringContent JsonOf(object body) => new(System.Text.Json.JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json");

    private async Task<(string Type, string PinId)> NextAsync() => await _receiver.NextAsync() is var heard ? (heard.Type, heard.PinId) : default;
}

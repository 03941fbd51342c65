using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Storage;
using Connector.Tests.Support;
using Connector.Webhooks.Deliveries;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Webhooks;

public sealed class WebhookTests : WebhookWorld
{
    [Fact]
    public async Task A_published_pin_is_told_with_a_signature_by_the_secret_that_was_shown_once()
    {
        var webhook = await App.ListenAsync(Receiver.Url + "/hook?from=pins");
        var pinId = await App.PublishAsync();
        await App.SettledAsync(pinId);

        var heard = await Receiver.NextAsync();

        Assert.Equal(("POST", "/hook?from=pins", "pin.published", pinId), (heard.Method, heard.Target, heard.Type, heard.PinId));
        Assert.Equal((string)heard.Json["id"]!, heard.Id);
        Assert.NotNull((string?)heard.Json["data"]!["pin"]!["pinterest_pin_id"]);
        Assert.Equal(App.Clock!.GetUtcNow().ToUnixTimeSeconds().ToString(), heard.Timestamp);
        Assert.Equal(Signature.Of(heard.Id, long.Parse(heard.Timestamp), heard.Body, [(string)webhook["secret"]!]), heard.Signature);
        Assert.Null((string?)(await App.GetAsync($"/v1/webhooks/{webhook["id"]}"))["secret"]);
    }

    [Fact]
    public async Task Every_ending_of_a_pin_is_told()
    {
        await App.ListenAsync(Receiver.Url);
        await App.FaultAsync("image_too_small", times: 1);
        var failed = await App.PublishAsync();
        await App.SettledAsync(failed);
        Assert.Equal(("pin.failed", failed), await NextAsync());

        await App.PostAsync($"/v1/pins/{failed}/retry");
        await App.SettledAsync(failed);
        Assert.Equal(("pin.published", failed), await NextAsync());

        var canceled = await App.PublishAsync(SidecarApp.Pin(("publish_at", "2027-01-01T00:00:00Z")));
        await App.PostAsync($"/v1/pins/{canceled}/cancel");
        Assert.Equal(("pin.canceled", canceled), await NextAsync());
    }

    [Fact]
    public async Task An_account_that_stops_and_goes_on_is_told_once_each()
    {
        await App.ListenAsync(Receiver.Url);
        var account = await App.FirstAccountAsync();
        await App.PostAsync($"/v1/accounts/{account}/hold");
        await App.PostAsync($"/v1/accounts/{account}/hold");
        await App.PostAsync($"/v1/accounts/{account}/resume");
        await App.PostAsync($"/v1/accounts/{account}/resume");
        await App.RestAsync();

        Assert.Equal(["account.held", "account.resumed"], Receiver.All.Select(heard => heard.Type));
        Assert.Equal("held", (string?)Receiver.All[0].Json["data"]!["account"]!["status"]);
    }

    [Fact]
    public async Task What_waits_when_an_account_is_disconnected_is_told_to_be_canceled()
    {
        await App.ListenAsync(Receiver.Url);
        var account = await App.FirstAccountAsync();
        var pins = new List<string> { await App.PublishAsync(Later()), await App.PublishAsync(Later()) };

        using var answer = await App.Admin.DeleteAsync($"/v1/accounts/{account}");
        await App.RestAsync();

        Assert.Equal(pins.Order(), Receiver.All.Select(heard => heard.PinId).Order());
        Assert.All(Receiver.All, heard => Assert.Equal("pin.canceled", heard.Type));

        static JsonObject Later() => SidecarApp.Pin(("publish_at", "2027-01-01T00:00:00Z"));
    }

    [Fact]
    public async Task The_same_address_again_changes_its_webhook()
    {
        var first = await App.ListenAsync(Receiver.Url, "pin.failed");
        await SidecarApp.SendAsync(App.Admin, HttpMethod.Patch, $"/v1/webhooks/{first["id"]}", new { status = "disabled" });

        var again = await App.ListenAsync(Receiver.Url, "pin.published", "pin.canceled");

        Assert.Equal(
            ((string?)first["id"], "active", (string?)null), ((string?)again["id"], (string?)again["status"], (string?)again["secret"]));
        Assert.Equal(["pin.published", "pin.canceled"], again["events"]!.AsArray().Select(each => (string)each!));
        Assert.Single((await App.GetAsync("/v1/webhooks"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_webhook_cannot_take_the_address_of_another()
    {
        var first = await App.ListenAsync(Receiver.Url + "/first");
        var second = await App.ListenAsync(Receiver.Url + "/second");

        using var refused = await App.Admin.PatchAsJsonAsync($"/v1/webhooks/{second["id"]}", new { url = Receiver.Url + "/first" });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains((string)first["id"]!, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Receiver.Url + "/second", (string?)(await App.GetAsync($"/v1/webhooks/{second["id"]}"))["url"]);
    }

    [Fact]
    public async Task A_workspace_has_at_most_200_webhooks()
    {
        await App.ListenAsync(Receiver.Url);
        await App.Services.GetRequiredService<Database>().WriteAsync(sql => sql.Execute(
            """
            with recursive numbers (number) as (select 1 union all select number + 1 from numbers where number < 199)
            insert into webhooks (id, workspace_id, url, secret, status, created_at, updated_at)
            select 'whk_' || number, workspace_id, url || '/' || number, secret, status, created_at, updated_at from webhooks, numbers
            """));

        using var refused = await App.Admin.PostAsJsonAsync("/v1/webhooks", new { url = Receiver.Url + "/one-more" });
        using var known = await App.Admin.PostAsJsonAsync("/v1/webhooks", new { url = Receiver.Url + "/199" });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (refused.StatusCode, known.StatusCode));
        Assert.Contains("have 200 webhooks", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_day_after_a_rotation_both_secrets_sign()
    {
        var old = await App.ListenAsync(Receiver.Url);
        var rotated = await App.PostAsync($"/v1/webhooks/{old["id"]}/rotate-secret", new { });

        Assert.Equal(2, (await TestAsync()).Signature.Split(' ').Length);
        Assert.Equal(Expected((string)rotated["secret"]!, (string)old["secret"]!), Receiver.All[^1].Signature);

        App.Clock!.Advance(TimeSpan.FromHours(25));
        await TestAsync();
        Assert.Equal(Expected((string)rotated["secret"]!), Receiver.All[^1].Signature);

        async Task<Heard> TestAsync()
        {
            Assert.Equal("delivered", (string?)(await App.PostAsync($"/v1/webhooks/{old["id"]}/test"))["status"]);
            return await Receiver.NextAsync();
        }

        string Expected(params string[] secrets) =>
            Signature.Of(Receiver.All[^1].Id, long.Parse(Receiver.All[^1].Timestamp), Receiver.All[^1].Body, secrets);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    public async Task A_rotation_needs_no_body(string? contentType)
    {
        var webhook = await App.ListenAsync(Receiver.Url);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/webhooks/{webhook["id"]}/rotate-secret");
        if (contentType is not null) request.Content = new ByteArrayContent([]) { Headers = { ContentType = new(contentType) } };

        using var answer = await App.Admin.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("whsec_", (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["secret"]!, StringComparison.Ordinal);
    }

    private async Task<(string Type, string PinId)> NextAsync() =>
        await Receiver.NextAsync() is var heard ? (heard.Type, heard.PinId) : default;
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Keys;
using Connector.Tests.Support;
using Connector.Webhooks.Deliveries;

namespace Connector.Tests.Webhooks.Deliveries;

public sealed class CallbackTests : WebhookWorld
{
    private const string Running = """{"code":0,"message":"The execution \"7\" is running already."}""";
    private const string Finished = """{"code":0,"message":"The execution \"7\" has finished already."}""";
    private const string Resume = "/webhook-waiting/7?signature=0f%2fab%20c&x=";

    [Fact]
    public async Task The_end_of_a_pin_is_posted_to_its_callback_with_the_query_untouched_and_the_keys_signature()
    {
        var pinId = await PublishAsync();
        await App.SettledAsync(pinId);

        var heard = await Receiver.NextAsync();

        Assert.Equal(("POST", Resume, "pin.published", pinId), (heard.Method, heard.Target, heard.Type, heard.PinId));
        string[] secrets = [CallbackSecrets.Of(SidecarApp.BootstrapKey)];
        Assert.Equal(Signature.Of(heard.Id, long.Parse(heard.Timestamp), heard.Body, secrets), heard.Signature);
        Assert.DoesNotContain("webhook-waiting", heard.Body);
    }

    [Fact]
    public async Task A_new_key_shows_the_secret_that_signs_its_callbacks()
    {
        var made = await App.PostAsync("/v1/keys", new { name = "n8n", scopes = new[] { "publish" } });

        Assert.Equal(CallbackSecrets.Of((string)made["secret"]!), (string?)made["callback_secret"]);
    }

    [Fact]
    public async Task A_workflow_that_has_not_come_to_its_wait_node_is_asked_again_soon()
    {
        var asked = 0;
        Receiver.AnswerWith(_ => Interlocked.Increment(ref asked) <= 5 ? Conflict(Running) : new Reply(HttpStatusCode.OK));
        var pinId = await PublishAsync();
        await App.SettledAsync(pinId);
        var begun = App.Clock!.GetUtcNow();
        while (await App.RestAsync() is not null) await App.NextTryAsync();

        Assert.Equal(6, Receiver.All.Count);
        Assert.InRange((App.Clock.GetUtcNow() - begun).TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task A_workflow_that_is_over_is_not_asked_again(int status)
    {
        Receiver.AnswerWith(_ => status == 409 ? Conflict(Finished) : new Reply((HttpStatusCode)status));
        await App.SettledAsync(await PublishAsync());

        Assert.Null(await App.RestAsync());
        Assert.Single(Receiver.All);
    }

    [Fact]
    public async Task A_pins_log_shows_its_callback_without_the_token()
    {
        Receiver.AnswerWith(_ => Conflict(Finished));
        var pinId = await PublishAsync();
        await App.SettledAsync(pinId);
        await App.RestAsync();

        var log = await App.GetAsync($"/v1/pins/{pinId}/deliveries");
        var delivery = Assert.Single(log["items"]!.AsArray())!;
        Assert.Equal(
            ("failed", "pin.published", (string?)null),
            ((string?)delivery["status"], (string?)delivery["event_type"], (string?)delivery["webhook_id"]));
        Assert.Equal(Receiver.Url + "/webhook-waiting/7", (string?)delivery["attempts"]![0]!["url"]);
        Assert.Contains("has finished already", (string?)delivery["attempts"]![0]!["answer"]);
        Assert.DoesNotContain("signature=", log.ToJsonString());
    }

    [Fact]
    public async Task A_retry_that_changes_the_ending_calls_back_again()
    {
        await App.FaultAsync("image_too_small", times: 1);
        var pinId = await PublishAsync();
        await App.SettledAsync(pinId);
        await App.RestAsync();
        await App.PostAsync($"/v1/pins/{pinId}/retry");
        await App.SettledAsync(pinId);
        await App.RestAsync();

        Assert.Equal(["pin.failed", "pin.published"], Receiver.All.Select(heard => heard.Type));
        Assert.Equal(2, Receiver.All.Select(heard => heard.Id).Distinct().Count());
    }

    [Fact]
    public async Task Another_run_of_the_workflow_gets_the_earlier_pin_and_is_called_back_itself()
    {
        var pinId = await PublishAsync("/webhook-waiting/7?signature=a");
        await App.SettledAsync(pinId);
        await App.RestAsync();

        Assert.Equal(pinId, await PublishAsync("/webhook-waiting/8?signature=b"));
        Assert.Equal(pinId, await PublishAsync("/webhook-waiting/8?signature=b"));
        await App.RestAsync();

        Assert.Equal(["/webhook-waiting/7?signature=a", "/webhook-waiting/8?signature=b"], Receiver.All.Select(heard => heard.Target));
        Assert.Single(Receiver.All.Select(heard => heard.Id).Distinct());
    }

    [Fact]
    public async Task A_pin_without_a_callback_calls_nobody()
    {
        await App.SettledAsync(await App.PublishAsync());

        Assert.Null(await App.RestAsync());
        Assert.Empty(Receiver.All);
    }

    [Fact]
    public async Task A_callback_that_may_not_be_called_is_refused_at_once()
    {
        using var answer = await App.Admin.PostAsJsonAsync(
            "/v1/pins", SidecarApp.Pin(("callback_url", "http://169.254.169.254/latest/meta-data")));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal((422, "url_not_allowed"), ((int)answer.StatusCode, (string?)problem["code"]));
    }

    private Task<string> PublishAsync(string target = Resume) =>
        App.PublishAsync(SidecarApp.Pin(("callback_url", Receiver.Url + target), ("idempotency_key", "lamp-1")));

    private static Reply Conflict(string body) => new(HttpStatusCode.Conflict, body);
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Pins;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Pins.Intake;

/// <summary>Two accounts, and keys that see one of them or both: an idempotency key belongs to an account.</summary>
public sealed class IdempotencyScopeTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _one = null!, _two = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        (_one, _two) = (await _app.FirstAccountAsync(), await _app.SimulatorAccountAsync("Two"));
        // Nothing is published, so that a pin stays as its requests left it.
        foreach (var account in new[] { _one, _two }) await _app.PostAsync($"/v1/accounts/{account}/hold");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_same_key_on_two_accounts_makes_two_pins()
    {
        var (first, second) = (await AskAsync(_app.Admin, Pin("K", _one)), await AskAsync(_app.Admin, Pin("K", _two)));
        var again = await AskAsync(_app.Admin, Pin("K", _one));

        Assert.Equal((202, 202, 200), (first.Status, second.Status, again.Status));
        Assert.NotEqual(Id(first.Body), Id(second.Body));
        Assert.Equal(Id(first.Body), Id(again.Body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_does_not_see_the_account_learns_nothing_of_its_idempotency_keys_and_changes_nothing(bool sameContent)
    {
        var pin = Pin("K", _two, ("callback_url", "https://example.com/theirs"));
        var id = Id((await AskAsync(_app.Admin, pin)).Body);
        var limited = await LimitedToAsync(_one);
        var asked = Pin("K", _two, ("callback_url", "https://evil.example.com/"), ("title", sameContent ? "A lamp" : "Another"));

        var refused = await AskAsync(limited, asked);
        var batch = await SidecarApp.SendAsync(limited, HttpMethod.Post, "/v1/pins/batch", Batch(asked));
        var checks = await SidecarApp.SendAsync(limited, HttpMethod.Post, "/v1/pins/validate?fetch_media=false", asked);

        Assert.Equal((404, "account_not_found"), (refused.Status, (string?)refused.Body["code"]));
        Assert.Equal("account_not_found", (string?)batch["items"]![0]!["problem"]!["code"]);
        Assert.Equal("skipped", KeyCheck(checks));
        foreach (var told in new[] { refused.Body, batch, checks })
            Assert.DoesNotContain(id, told.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("https://example.com/theirs", CallbackOf(id));
    }

    [Fact]
    public async Task Callers_who_see_different_accounts_never_meet_when_they_name_none()
    {
        var (one, two) = (await LimitedToAsync(_one), await LimitedToAsync(_two));

        var first = await AskAsync(one, Pin("K", null));
        var second = await AskAsync(two, Pin("K", null, ("title", "Another")));
        var third = await AskAsync(two, Pin("K", null));

        Assert.Equal((202, 202), (first.Status, second.Status));
        Assert.Equal(422, third.Status);
        Assert.Contains(Id(second.Body), (string?)third.Body["detail"], StringComparison.Ordinal);
        Assert.DoesNotContain(Id(first.Body), third.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_taken_by_a_limited_caller_does_not_refuse_the_rightful_create()
    {
        await AskAsync(await LimitedToAsync(_one), Pin("K", null, ("title", "Squatted")));

        var batch = await _app.PostAsync("/v1/pins/batch", Batch(Pin("K", _two)));

        Assert.Equal("created", (string?)batch["items"]![0]!["status"]);
        Assert.Equal("passed", KeyCheck(await _app.PostAsync("/v1/pins/validate?fetch_media=false", Pin("L", _two))));
    }

    [Fact]
    public async Task A_new_api_key_finds_the_pins_that_the_old_one_made()
    {
        var id = Id((await AskAsync(await LimitedToAsync(_one), Pin("K", null))).Body);

        var again = await AskAsync(await LimitedToAsync(_one), Pin("K", null));

        Assert.Equal((200, id), (again.Status, Id(again.Body)));
    }

    [Fact]
    public async Task A_request_that_names_no_account_finds_its_pin_when_the_account_can_no_longer_be_told()
    {
        await DisconnectAsync(_two);
        var id = Id((await AskAsync(_app.Admin, Pin("K", null))).Body);
        await _app.SimulatorAccountAsync("Three");

        var among = await AskAsync(_app.Admin, Pin("K", null));
        var other = await AskAsync(_app.Admin, Pin("K", null, ("title", "Another")));

        Assert.Equal((200, id), (among.Status, Id(among.Body)));
        Assert.Equal((400, "account_required"), (other.Status, (string?)other.Body["code"]));
        Assert.DoesNotContain(id, other.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repeat_finds_its_pin_after_its_account_was_disconnected(bool named)
    {
        await DisconnectAsync(_two);
        var pin = Pin("K", named ? _one : null);
        var id = Id((await AskAsync(_app.Admin, pin)).Body);
        await DisconnectAsync(_one);

        var again = await AskAsync(_app.Admin, pin);
        var batch = await _app.PostAsync("/v1/pins/batch", Batch(pin));

        Assert.Equal((200, id), (again.Status, Id(again.Body)));
        Assert.Equal(id, Id(batch["items"]![0]!["pin"]!));
        Assert.Equal("warning", KeyCheck(await _app.PostAsync("/v1/pins/validate?fetch_media=false", pin)));
    }

    [Fact]
    public async Task An_account_of_another_workspace_is_none_whatever_its_keys()
    {
        await AskAsync(_app.Admin, Pin("K", _one));
        using var stranger = await _app.OfWorkspaceAsync("theirs");

        var refused = await AskAsync(stranger, Pin("K", _one));

        Assert.Equal((404, "account_not_found"), (refused.Status, (string?)refused.Body["code"]));
    }

    [Fact]
    public async Task A_hundred_requests_at_once_with_one_key_on_two_accounts_make_two_pins()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(i => AskAsync(_app.Admin, Pin("stampede", i % 2 == 0 ? _one : _two))));

        Assert.Equal(2, answers.Select(answer => Id(answer.Body)).Distinct().Count());
        Assert.Equal(2, answers.Count(answer => answer.Status == 202));
    }

    private static JsonObject Pin(string key, string? account, params (string, JsonNode?)[] fields) =>
        SidecarApp.Pin([("idempotency_key", key), ("board", null), ("board_id", "1"), ("account_id", account), .. fields]);

    private static JsonObject Batch(JsonNode pin) => new() { ["pins"] = new JsonArray(pin.DeepClone()) };

    private static string Id(JsonNode pin) => (string)pin["id"]!;

    private static string? KeyCheck(JsonNode inspection) =>
        (string?)inspection["checks"]!.AsArray().Single(check => (string?)check!["name"] == "idempotency_key")!["status"];

    private static async Task<(int Status, JsonNode Body)> AskAsync(HttpClient client, JsonObject pin)
    {
        using var answer = await client.PostAsJsonAsync("/v1/pins", pin);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private async Task<HttpClient> LimitedToAsync(string account) => _app.As((string)(await _app.PostAsync(
        "/v1/keys", new { name = "limited", scopes = new[] { "publish" }, account_ids = new[] { account } }))["secret"]!);

    private Task DisconnectAsync(string account) => SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/accounts/{account}", null);

    private string? CallbackOf(string pinId) => _app.Services.GetRequiredService<PinStore>().Find(pinId)!.CallbackUrl;
}

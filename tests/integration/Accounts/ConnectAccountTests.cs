using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts;

public sealed class ConnectAccountTests : IAsyncLifetime
{
    private FakePinterest _pinterest = null!;
    private SidecarApp _app = null!;

    [Fact]
    public async Task Two_workspaces_that_name_a_simulator_account_alike_do_not_share_its_user()
    {
        await using var app = await SidecarApp.StartAsync();
        using var others = await app.OfWorkspaceAsync("others");
        var ours = await SidecarApp.SendAsync(app.Admin, HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Shop" });

        var theirs = await SidecarApp.SendAsync(others, HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Shop" });
        var again = await SidecarApp.SendAsync(others, HttpMethod.Post, "/v1/accounts", new { environment = "simulator", name = "Shop" });

        Assert.NotEqual((string?)ours["pinterest_user_id"], (string?)theirs["pinterest_user_id"]);
        Assert.Equal(("shop", "shop_2"), ((string?)ours["username"], (string?)theirs["username"]));
        Assert.Equal((string?)theirs["id"], (string?)again["id"]);
    }

    [Fact]
    public async Task Tokens_in_hand_are_tried_and_never_shown_again()
    {
        _pinterest.KnowsUser("pina_good", "549755885175", "lamps");

        using var answer = await ConnectAsync(new
        {
            environment = "production",
            access_token = "pina_good",
            refresh_token = "pinr_good",
            expires_in = 2_592_000,
            scope = "pins:read,pins:write"
        });
        var account = await BodyAsync(answer);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal($"/v1/accounts/{account["id"]}", answer.Headers.Location?.ToString());
        string[] shownFields = ["name", "username", "pinterest_user_id", "status", "environment"];
        Assert.Equal(
            ["lamps", "lamps", "549755885175", "active", "production"],
            shownFields.Select(field => (string?)account[field]));
        Assert.Equal(["pins:read", "pins:write"], account["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.Equal(_app.Clock!.GetUtcNow().AddDays(30), (DateTimeOffset)account["access_token_expires_at"]!);
        foreach (var shown in new[] { account, await _app.GetAsync($"/v1/accounts/{account["id"]}"), await _app.GetAsync("/v1/accounts") })
            Assert.DoesNotContain("_good", shown.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("GET /v5/user_account", Assert.Single(_pinterest.Calls).Call);
    }

    [Fact]
    public async Task Connecting_the_same_pinterest_user_again_renews_it_and_keeps_its_id_and_name()
    {
        _pinterest.KnowsUser("pina_first", "1", "lamps");
        var first = await BodyAsync(await ConnectAsync(new { environment = "production", name = "Shop", access_token = "pina_first" }));
        _pinterest.KnowsUser("pina_second", "1", "lamps_renamed");

        using var answer = await ConnectAsync(new { environment = "production", access_token = "pina_second" });
        var second = await BodyAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((string?)first["id"], (string?)second["id"]);
        Assert.Equal(("Shop", "lamps_renamed"), ((string?)second["name"], (string?)second["username"]));
    }

    [Fact]
    public async Task The_same_user_in_the_sandbox_is_another_account()
    {
        _pinterest.KnowsUser("pina_good", "1", "lamps");

        var production = await BodyAsync(await ConnectAsync(new { environment = "production", access_token = "pina_good" }));
        var sandbox = await BodyAsync(await ConnectAsync(new { environment = "sandbox", access_token = "pina_good" }));

        Assert.NotEqual((string?)production["id"], (string?)sandbox["id"]);
    }

    [Fact]
    public async Task A_dead_token_is_refused_as_the_field_it_is_and_nothing_is_stored()
    {
        _pinterest.KnowsUser("pina_good", "1", "lamps");

        using var answer = await ConnectAsync(new { environment = "production", access_token = "pina_dead" });
        var problem = await BodyAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("validation_failed", (string?)problem["code"]);
        Assert.Equal("Pinterest does not accept it: Authentication failed.", (string?)problem["errors"]!["access_token"]![0]);
        Assert.Contains("sandbox token", (string?)problem["remediation"], StringComparison.Ordinal);
        Assert.Equal(401, (int?)problem["pinterest"]!["status"]);
        Assert.DoesNotContain("pina_dead", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await _app.GetAsync("/v1/accounts"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Pinterest_being_down_is_not_blamed_on_the_token()
    {
        _pinterest.On("GET /v5/user_account", _ => (503, new { code = 0, message = "Down." }));

        var sending = ConnectAsync(new { environment = "production", access_token = "pina_good" });
        while (!sending.IsCompleted)
        {
            // The read is tried again after a pause, in virtual time.
            _app.Clock!.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using var answer = await sending;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("pinterest_unavailable", (string?)(await BodyAsync(answer))["code"]);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_account_may_be_left_out_as_long_as_it_is_clear()
    {
        var simulator = await _app.FirstAccountAsync();
        Assert.Equal(simulator, await ChosenAsync());

        _pinterest.KnowsUser("pina_1", "1", "lamps");
        _pinterest.On(
            "GET /v5/boards", _ => (200, new { items = new[] { new { id = "11", name = "Home decor" } }, bookmark = (string?)null }));
        _pinterest.On("POST /v5/pins", _ => (201, new { id = "77" }));
        var first = (string?)(await BodyAsync(await ConnectAsync(new { environment = "production", access_token = "pina_1" })))["id"];
        Assert.Equal(first, await ChosenAsync());

        _pinterest.KnowsUser("pina_2", "2", "chairs");
        var second = (string?)(await BodyAsync(await ConnectAsync(new { environment = "production", access_token = "pina_2" })))["id"];
        using var refused = await _app.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin());
        var problem = await BodyAsync(refused);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("account_required", (string?)problem["code"]);
        var named = (string?)problem["errors"]!["account_id"]![0];
        Assert.Contains($"{first} (lamps)", named, StringComparison.Ordinal);
        Assert.Contains($"{second} (chairs)", named, StringComparison.Ordinal);
        Assert.DoesNotContain(simulator, named, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_account_the_answer_says_how_to_connect_one()
    {
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/accounts/{await _app.FirstAccountAsync()}", null);

        using var refused = await _app.Admin.PostAsJsonAsync("/v1/pins", SidecarApp.Pin());

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("POST /v1/accounts", (string?)(await BodyAsync(refused))["remediation"], StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _app = await SidecarApp.StartAsync(new ManualClock(), null, _pinterest.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _pinterest.DisposeAsync();
        Assert.Empty(_pinterest.Unexpected);
    }

    private Task<HttpResponseMessage> ConnectAsync(object request) => _app.Admin.PostAsJsonAsync("/v1/accounts", request);

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    private async Task<string?> ChosenAsync() => (string?)(await _app.PostAsync("/v1/pins", SidecarApp.Pin()))["account_id"];
}

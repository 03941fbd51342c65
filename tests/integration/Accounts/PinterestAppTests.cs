using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts;

/// <summary>Renewing tokens with the user's own Pinterest app.</summary>
public sealed class PinterestAppTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private FakePinterest _pinterest = null!;

    [Fact]
    public async Task The_renewal_asks_for_tokens_that_can_be_renewed_without_end_with_the_apps_own_credentials()
    {
        _pinterest.On(
            "POST /v5/oauth/token", _ => (200, new { access_token = "pina_new", refresh_token = "pinr_new", expires_in = 2_592_000 }));
        await using var app = await StartAsync(_pinterest.Settings);
        _clock.Jump(TimeSpan.FromDays(23.1));

        await app.RenewTokensAsync();

        var call = Assert.Single(_pinterest.Calls, seen => seen.Call == "POST /v5/oauth/token");
        Assert.Equal(["grant_type=refresh_token", "refresh_token=pinr_old", "continuous_refresh=true"], call.Body.Split('&'));
        Assert.Equal("Basic YXBwLWlkOmFwcC1zZWNyZXQtdGhhdC1ub2JvZHktbWF5LXNlZQ==", call.Authorization);
        Assert.Equal(_clock.GetUtcNow().AddDays(30), (DateTimeOffset)(await AccountAsync(app))["access_token_expires_at"]!);
    }

    [Fact]
    public async Task An_answer_without_a_refresh_token_keeps_the_old_one()
    {
        _pinterest.On("POST /v5/oauth/token", _ => (200, new { access_token = "pina_new", expires_in = 2_592_000 }));
        await using var app = await StartAsync(_pinterest.Settings);
        for (var i = 0; i < 2; i++)
        {
            _clock.Jump(TimeSpan.FromDays(23.1));
            await app.RenewTokensAsync();
        }

        var renewals = _pinterest.Calls.Where(seen => seen.Call == "POST /v5/oauth/token").ToList();
        Assert.Equal(2, renewals.Count);
        Assert.All(renewals, seen => Assert.Contains("refresh_token=pinr_old", seen.Body, StringComparison.Ordinal));
        Assert.Equal("active", (string?)(await AccountAsync(app))["status"]);
    }

    [Fact]
    public async Task Without_the_apps_credentials_the_answer_names_the_settings_and_the_account_stays_connected()
    {
        await using var app = await StartAsync(_pinterest.Settings[..2]);
        _clock.Jump(TimeSpan.FromDays(31));

        await app.RenewTokensAsync();
        using var refused = await app.Admin.GetAsync("/v1/boards");
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.Conflict, "app_not_configured"), (refused.StatusCode, (string?)problem["code"]));
        Assert.Contains("Connector__Pinterest__AppId", (string?)problem["remediation"], StringComparison.Ordinal);
        Assert.Equal("active", (string?)(await AccountAsync(app))["status"]);
    }

    [Fact]
    public async Task Without_the_apps_credentials_a_token_that_still_works_is_used()
    {
        _pinterest.On("GET /v5/boards", _ => (200, new { items = Array.Empty<object>(), bookmark = (string?)null }));
        await using var app = await StartAsync(_pinterest.Settings[..2]);
        _clock.Jump(TimeSpan.FromDays(29));

        Assert.Empty((await app.GetAsync("/v1/boards"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2_592_000)]
    public async Task An_app_whose_secret_is_wrong_is_not_taken_for_a_dead_account(int? expiresIn)
    {
        _pinterest.On("POST /v5/oauth/token", _ => (401, new { code = 0, message = "invalid_client" }));
        await using var app = await StartAsync(_pinterest.Settings, expiresIn);
        _clock.Jump(TimeSpan.FromDays(25));

        await app.RenewTokensAsync();

        Assert.Contains(_pinterest.Calls, seen => seen.Call == "POST /v5/oauth/token");
        Assert.Equal("active", (string?)(await AccountAsync(app))["status"]);
    }

    [Fact]
    public async Task A_renewal_refused_after_the_account_was_connected_again_does_not_undo_that()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var mayAnswer = new TaskCompletionSource();
        _pinterest.On("POST /v5/pins", seen => seen.Authorization == "Bearer pina_new" ? (201, new { id = "77" }) : FakePinterest.Refused);
        _pinterest.On("POST /v5/oauth/token", _ =>
        {
            arrived.TrySetResult();
            mayAnswer.Task.Wait();
            return FakePinterest.Refused;
        });
        await using var app = await StartAsync(_pinterest.Settings);
        var pin = await app.PublishAsync(SidecarApp.Pin(("board", null), ("board_id", "1")));
        await arrived.Task;
        _pinterest.KnowsUser("pina_new", "1", "lamps");

        await app.PostAsync("/v1/accounts", new { environment = "production", access_token = "pina_new" });
        mayAnswer.SetResult();

        Assert.Equal("published", (string?)(await app.SettledAsync(pin))["status"]);
        Assert.Equal("active", (string?)(await AccountAsync(app))["status"]);
    }

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _pinterest.KnowsUser("pina_old", "1", "lamps");
    }

    public async ValueTask DisposeAsync()
    {
        await _pinterest.DisposeAsync();
        Assert.Empty(_pinterest.Unexpected);
    }

    private async Task<SidecarApp> StartAsync(string[] settings, int? expiresIn = 2_592_000)
    {
        var app = await SidecarApp.StartAsync(_clock, null, settings);
        await app.PostAsync(
            "/v1/accounts",
            new { environment = "production", access_token = "pina_old", refresh_token = "pinr_old", expires_in = expiresIn });
        return app;
    }

    private static async Task<JsonNode> AccountAsync(SidecarApp app) => (await app.GetAsync("/v1/accounts"))["items"]![0]!;
}

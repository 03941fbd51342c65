using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.Apps;

/// <summary>Pinterest apps that are entered here and not in the settings.</summary>
public sealed class StoredAppTests : IAsyncLifetime
{
    private const string Token = "POST /v5/oauth/token", Secret = "app-secret-that-nobody-may-see";

    private readonly ManualClock _clock = new();
    private FakePinterest _pinterest = null!;

    [Fact]
    public async Task An_app_is_tried_sealed_and_never_shown()
    {
        KnowsApp("111", Secret);
        await using var app = await StartAsync();
        Assert.Null((string?)(await app.GetAsync("/v1/app"))["app_id"]);

        var (status, text) = await PutAsync(app, new { app_id = "111", app_secret = Secret, access_tier = "trial" });

        Assert.Equal(200, status);
        var shown = await app.GetAsync("/v1/app");
        Assert.Equal(("111", "trial", "stored"), ((string?)shown["app_id"], (string?)shown["access_tier"], (string?)shown["source"]));
        Assert.Equal($"{Rehearsal.PublicUrl}/oauth/callback", (string?)shown["redirect_uri"]);
        Assert.DoesNotContain(Secret, text + shown.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(SecretScan.FilesWith(app.DataDirectory, Secret));
    }

    [Theory]
    [InlineData(401, 2, "Authentication failed.", 422, "app_refused")]
    [InlineData(400, 0, "invalid_client", 422, "app_refused")]
    [InlineData(500, 12, "Oops.", 503, "pinterest_unavailable")]
    [InlineData(429, 8, "Too many.", 429, "rate_limited")]
    [InlineData(401, 3, "Your application consumer type is not supported, please contact support.", 200, null)]
    [InlineData(400, 1, "Invalid grant type.", 200, null)]
    public async Task What_Pinterest_says_decides_whether_an_app_is_kept(int answered, int number, string message, int status, string? code)
    {
        _pinterest.On(Token, _ => (answered, new { code = number, message }));
        await using var app = await StartAsync();

        var (given, text) = await PutAsync(app, new { app_id = "111", app_secret = Secret });

        Assert.Equal((status, code), (given, (string?)JsonNode.Parse(text)!["code"]));
        Assert.Equal(status == 200 ? "111" : null, (string?)(await app.GetAsync("/v1/app"))["app_id"]);
        if (status == 200) Assert.Equal(number != 3, (bool)JsonNode.Parse(text)!["approved"]!);
    }

    [Fact]
    public async Task Settings_win_over_what_is_entered()
    {
        await using var app = await SidecarApp.StartAsync(_clock, null, [.. _pinterest.Settings, Rehearsal.Setting]);

        var (status, text) = await PutAsync(app, new { app_id = "111", app_secret = Secret });

        Assert.Equal((409, "state_conflict"), (status, (string?)JsonNode.Parse(text)!["code"]));
        Assert.Contains("Connector:Pinterest:AppId", text, StringComparison.Ordinal);
        var shown = await app.GetAsync("/v1/app");
        Assert.Equal(("app-id", "settings"), ((string?)shown["app_id"], (string?)shown["source"]));
    }

    [Fact]
    public async Task A_key_limited_to_accounts_enters_no_app()
    {
        await using var app = await StartAsync();
        using var limited = await app.LimitedToAsync("admin", await app.FirstAccountAsync());

        var (status, text) = await limited.AskAsync(HttpMethod.Put, "/v1/app", new { app_id = "111", app_secret = Secret });

        Assert.Equal((403, "key_limited"), (status, (string?)JsonNode.Parse(text)!["code"]));
    }

    [Fact]
    public async Task The_tier_of_a_known_app_changes_without_its_secret()
    {
        KnowsApp("111", Secret);
        await using var app = await StartAsync();
        var (refused, text) = await PutAsync(app, new { app_id = "111", access_tier = "trial" });
        Assert.Equal((400, true), (refused, text.Contains("app_secret", StringComparison.Ordinal)));
        await PutAsync(app, new { app_id = "111", app_secret = Secret });

        var (status, _) = await PutAsync(app, new { app_id = "111", access_tier = "trial" });

        Assert.Equal((200, "trial"), (status, (string?)(await app.GetAsync("/v1/app"))["access_tier"]));
    }

    [Fact]
    public async Task An_account_is_renewed_with_the_app_that_it_was_connected_with()
    {
        KnowsApp("111", Secret);
        await using var app = await StartAsync();
        await PutAsync(app, new { app_id = "111", app_secret = Secret });
        var id = await ConnectAsync(app);
        KnowsApp("222", "other-secret");
        await PutAsync(app, new { app_id = "222", app_secret = "other-secret" });
        KnowsApp("111", Secret);
        _clock.Jump(TimeSpan.FromDays(23.1));

        await app.RenewTokensAsync();

        Assert.Equal("111", (string?)(await app.AccountAsync(id))["app_id"]);
        Assert.Equal(Basic("111", Secret), _pinterest.Calls[^1].Authorization);
        Assert.Equal(_clock.GetUtcNow().AddDays(30), (DateTimeOffset)(await app.AccountAsync(id))["access_token_expires_at"]!);
        Assert.Equal(["222", "111"], (await app.GetAsync("/v1/app"))["stored_apps"]!.AsArray().Select(one => (string)one!["app_id"]!));
    }

    [Fact]
    public async Task An_account_whose_app_is_gone_says_which_one_and_where_to_connect_it_again()
    {
        var data = Directory.CreateTempSubdirectory("connector-test-").FullName;
        try
        {
            string id;
            await using (var before = await SidecarApp.StartAsync(_clock, data, [.. _pinterest.Settings, Rehearsal.Setting]))
                id = await ConnectAsync(before);
            await using var app = await StartAsync(data);
            _clock.Jump(TimeSpan.FromDays(31));

            var (status, text) = await app.Admin.AskAsync(HttpMethod.Get, "/v1/boards");

            var problem = JsonNode.Parse(text)!;
            Assert.Equal((409, "app_not_configured"), (status, (string?)problem["code"]));
            Assert.Contains("app-id", (string?)problem["detail"], StringComparison.Ordinal);
            Assert.Equal($"{Rehearsal.PublicUrl}/accounts/{id}/connect", (string?)problem["connect_url"]);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task Trial_limits_are_shared_by_the_accounts_of_one_app_and_not_with_those_of_another()
    {
        KnowsApp("111", Secret);
        await using var app = await StartAsync();
        await PutAsync(app, new { app_id = "111", app_secret = Secret, access_tier = "trial" });
        var first = await ConnectAsync(app);
        var second = await ConnectAsync(app, "2");
        KnowsApp("222", "other-secret");
        await PutAsync(app, new { app_id = "222", app_secret = "other-secret", access_tier = "trial" });
        var third = await ConnectAsync(app, "3");
        _pinterest.On("GET /v5/boards", _ => (200, new { items = Array.Empty<object>(), bookmark = (string?)null }));
        await app.GetAsync($"/v1/boards?account_id={first}");

        var left = new List<int>();
        foreach (var id in new[] { first, second, third }) left.Add(await LeftAsync(app, id));
        Assert.Equal([999, 999, 1000], left);
        await PutAsync(app, new { app_id = "222", access_tier = "standard" });
        Assert.Equal("standard", (string?)(await app.GetAsync($"/v1/accounts/{third}/rate-meter"))["tier"]);
        Assert.Equal("trial", (string?)(await app.GetAsync($"/v1/accounts/{first}/rate-meter"))["tier"]);
    }

    public async ValueTask InitializeAsync() => _pinterest = await FakePinterest.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _pinterest.DisposeAsync();
        Assert.Empty(_pinterest.Unexpected);
    }

    private Task<SidecarApp> StartAsync(string? data = null) =>
        SidecarApp.StartAsync(_clock, data, [.. _pinterest.Settings[..2], Rehearsal.Setting]);

    private void KnowsApp(string id, string secret) => _pinterest.On(Token, call => call.Authorization == Basic(id, secret)
        ? (200, new { access_token = "pina_new", refresh_token = "pinr_new", expires_in = 2_592_000 })
        : FakePinterest.Refused);

    private static Task<(int Status, string Text)> PutAsync(SidecarApp app, object body) =>
        app.Admin.AskAsync(HttpMethod.Put, "/v1/app", body);

    private async Task<string> ConnectAsync(SidecarApp app, string user = "1")
    {
        _pinterest.KnowsUser($"pina_{user}", user, $"user{user}");
        return (string)(await app.PostAsync("/v1/accounts", new
        {
            environment = "production",
            access_token = $"pina_{user}",
            refresh_token = $"pinr_{user}",
            expires_in = 2_592_000,
        }))["id"]!;
    }

    private static async Task<int> LeftAsync(SidecarApp app, string id)
    {
        await app.SetAsync(id, new { safety_margin_percent = 0 });
        var meter = await app.GetAsync($"/v1/accounts/{id}/rate-meter");
        return (int)meter["windows"]!.AsArray().Single(window => (string?)window!["rule"] == "org_read")!["remaining"]!;
    }

    private static string Basic(string id, string secret) =>
        "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{id}:{secret}"));
}

using Connector.Tests.Support;

namespace Connector.Tests.Accounts;

/// <summary>What must stay secret is looked for where it must not be: in logs and in the bytes on disk.</summary>
public sealed class SecrecyTests
{
    private const string Access = "pina_secret-access-token", Refresh = "pinr_secret-refresh-token";
    private const string NewAccess = "pina_renewed-access-token", NewRefresh = "pinr_renewed-refresh-token";

    [Fact]
    public async Task A_busy_run_with_faults_leaves_no_secret_in_logs_or_files_and_one_line_for_each_attempt()
    {
        await using var pinterest = await FakePinterest.StartAsync();
        pinterest.KnowsUser(Access, "1", "lamps");
        pinterest.On(
            "POST /v5/oauth/token", _ => (200, new { access_token = NewAccess, refresh_token = NewRefresh, expires_in = 2_592_000 }));
        pinterest.On("GET /v5/boards/1/pins", _ => (200, new { items = Array.Empty<object>(), bookmark = (string?)null }));
        var creates = 0;
        pinterest.On("POST /v5/pins", seen => seen.Authorization != "Bearer " + NewAccess ? FakePinterest.Refused : (++creates % 3) switch
        {
            0 => (400, new { code = 235, message = "The image is broken." }),
            1 => (500, new { code = 0, message = "Oops." }),
            _ => (201, new { id = "77" + creates }),
        });
        await using var app = await SidecarApp.StartAsync(
            new ManualClock(),
            null,
            [.. pinterest.Settings, "Logging:LogLevel:Default=Trace", "Logging:LogLevel:Microsoft=Trace", "Logging:LogLevel:System=Trace"]);
        await app.PostAsync(
            "/v1/accounts", new { environment = "production", access_token = Access, refresh_token = Refresh, expires_in = 2_592_000 });
        using var wrongKey = app.As("pck_wrong-key-that-somebody-mistyped-0123456789");
        await wrongKey.GetAsync("/v1/whoami");
        var made = (string)(await app.PostAsync("/v1/keys", new { name = "n8n", scopes = new[] { "publish" } }))["secret"]!;
        using var client = app.As(made);

        var pins = new List<string>();
        for (var i = 0; i < 9; i++)
        {
            var pin = SidecarApp.Pin(
                ("board", null), ("board_id", "1"), ("image_url", "https://example.com/lamp.jpg?signature=secret-signature"));
            pins.Add((string)(await SidecarApp.SendAsync(client, HttpMethod.Post, "/v1/pins", pin))["id"]!);
        }

        foreach (var pin in pins)
        {
            var ended = await app.SettledAsync(pin);
            Assert.Equal(
                (int)ended["attempt_count"]!, app.Logs.Lines.Count(line => line.Contains($"Pin {pin} of ", StringComparison.Ordinal)
                    && line.Contains("(attempt ", StringComparison.Ordinal)));
        }

        string[] secrets = [Access, Refresh, NewAccess, NewRefresh, "app-secret-that-nobody-may-see", made];
        string[] onlyInRequests = [SidecarApp.BootstrapKey, "pck_wrong-key", "secret-signature", "Authorization", "Bearer "];
        foreach (var secret in secrets.Concat(onlyInRequests))
            Assert.DoesNotContain(app.Logs.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        foreach (var secret in secrets) Assert.Empty(SecretScan.FilesWith(app.DataDirectory, secret));
        Assert.Empty(pinterest.Unexpected);
    }

    [Fact]
    public async Task The_simulators_tokens_are_in_its_own_journal_and_nowhere_else()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        await app.SettledAsync(await app.PublishAsync());
        app.Clock!.Jump(TimeSpan.FromDays(31));
        await app.GetAsync("/v1/boards");

        foreach (var prefix in new[] { "pina_", "pinr_" })
        {
            Assert.NotEmpty(SecretScan.FilesWith(app.DataDirectory, prefix));
            Assert.Empty(SecretScan.FilesWith(app.DataDirectory, prefix, except: "simulator.jsonl"));
        }
    }
}

using System.Web;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>Tests of connecting an account in a browser, against a Pinterest that answers as arranged.</summary>
public abstract class RealConnect : IAsyncLifetime
{
    private protected const string Token = "POST /v5/oauth/token";

    private protected FakePinterest Pinterest { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Pinterest = await FakePinterest.StartAsync();
        Pinterest.KnowsUser("pina_new-access", "1", "lamps");
    }

    public async ValueTask DisposeAsync()
    {
        await Pinterest.DisposeAsync();
        Assert.Empty(Pinterest.Unexpected);
        GC.SuppressFinalize(this);
    }

    private protected static (int Status, object Body) Granted() => (200, new
    {
        access_token = "pina_new-access",
        refresh_token = "pinr_new-refresh",
        expires_in = 2_592_000,
        refresh_token_expires_in = 5_184_000,
        scope = "boards:read boards:write pins:read pins:write user_accounts:read",
    });

    private protected Task<SidecarApp> StartAsync(ManualClock? clock = null, string[]? settings = null) =>
        SidecarApp.StartAsync(clock, null, [.. Pinterest.Settings, Rehearsal.Setting, .. settings ?? []]);

    private protected static async Task<string> LinkAsync(SidecarApp app) => await app.LinkAsync(new { environment = "production" });

    private protected static Task<BrowserPage> BackAsync(Browser browser, BrowserPage sent, string query) =>
        browser.OpenAsync($"{Rehearsal.PublicUrl}/oauth/callback?state={Uri.EscapeDataString(StateOf(sent))}&{query}");

    private protected static string StateOf(BrowserPage sent) => HttpUtility.ParseQueryString(sent.Location!.Query)["state"]!;
}

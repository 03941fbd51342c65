using System.Net;
using System.Web;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>Connecting an account in a browser, against a Pinterest that answers as arranged.</summary>
public sealed class RealConnectTests : IAsyncLifetime
{
    private const string Token = "POST /v5/oauth/token";
    private const string Scopes = "boards:read boards:write pins:read pins:write user_accounts:read";

    private FakePinterest _pinterest = null!;

    [Fact]
    public async Task The_link_leads_to_Pinterest_and_its_code_becomes_tokens_with_the_same_redirect_URI()
    {
        _pinterest.On(Token, _ => Granted());
        await using var app = await StartAsync();
        var browser = new Browser(app);
        var made = await app.PostAsync("/v1/oauth/start", new { environment = "production" });

        var sent = await browser.OpenAsync((string)made["authorize_url"]!);
        var page = await BackAsync(browser, sent, "code=the-code");

        var asked = HttpUtility.ParseQueryString(sent.Location!.Query);
        Assert.StartsWith("https://www.pinterest.com/oauth/?", sent.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(("app-id", "code"), (asked["client_id"], asked["response_type"]));
        Assert.Equal("boards:read,boards:write,pins:read,pins:write,user_accounts:read", asked["scope"]);
        Assert.Equal((string?)made["redirect_uri"], asked["redirect_uri"]);
        Assert.Equal((200, "connected"), (page.Status, page.Code));
        var exchange = HttpUtility.ParseQueryString(_pinterest.Calls.Single(call => call.Call == Token).Body);
        Assert.Equal(("authorization_code", "the-code"), (exchange["grant_type"], exchange["code"]));
        Assert.Equal("true", exchange["continuous_refresh"]);
        Assert.Equal((string?)made["redirect_uri"], exchange["redirect_uri"]);
        var account = (await app.GetAsync("/v1/accounts"))["items"]![0]!;
        Assert.Equal(("lamps", "app-id"), ((string?)account["username"], (string?)account["app_id"]));
        Assert.Equal("authorization_code", (string?)account["grant"]);
        Assert.NotNull((string?)account["refresh_token_expires_at"]);
    }

    public static TheoryData<int, int, string, string> Refusals() => new()
    {
        { 400, 283, "The authorization grant is invalid", "code_invalid" },
        { 400, 1, "redirect_uri does not match", "redirect_uri_mismatch" },
        { 401, 2, "Authentication failed.", "app_refused" },
        { 401, 0, "invalid_client", "app_refused" },
        { 401, 3, "Your application consumer type is not supported, please contact support.", "app_not_approved" },
        { 403, 29, "Apps with Trial access may not do this", "trial_access" },
        { 429, 8, "Too many", "pinterest_unavailable" },
        { 500, 12, "Oops", "pinterest_unavailable" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refused_code_gets_the_page_of_its_cause(int status, int number, string message, string code)
    {
        _pinterest.On(Token, _ => (status, new { code = number, message }));
        await using var app = await StartAsync();
        var browser = new Browser(app);

        var page = await BackAsync(browser, await browser.OpenAsync(await LinkAsync(app)), "code=the-code");

        Assert.Equal(code, page.Code);
        Assert.NotEmpty(page.Link("Try again"));
        Assert.Single((await app.GetAsync("/v1/accounts"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_401_for_the_code_of_an_app_whose_secret_is_right_is_about_the_code()
    {
        _pinterest.On(
            Token, call => call.Body.Contains("client_credentials", StringComparison.Ordinal) ? Granted() : FakePinterest.Refused);
        await using var app = await StartAsync();
        var browser = new Browser(app);

        var page = await BackAsync(browser, await browser.OpenAsync(await LinkAsync(app)), "code=the-code");

        Assert.Equal("code_invalid", page.Code);
    }

    [Fact]
    public async Task A_redirect_URI_that_Pinterest_refuses_is_shown_with_what_Pinterest_says()
    {
        _pinterest.On(Token, _ => (400, new { code = 1, message = "redirect_uri is not http://other/" }));
        await using var app = await StartAsync();
        var browser = new Browser(app);

        var page = await BackAsync(browser, await browser.OpenAsync(await LinkAsync(app)), "code=the-code");

        Assert.Contains($"<code>{Rehearsal.PublicUrl}/oauth/callback</code>", page.Html, StringComparison.Ordinal);
        Assert.Contains("redirect_uri is not http://other/", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_named_when_the_code_is_refused_and_when_it_is_not()
    {
        _pinterest.On(Token, _ => (400, new { code = 283, message = "The authorization grant is invalid" }));
        // Long before the time that the answers of this machine carry.
        await using var app = await StartAsync(new ManualClock(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var browser = new Browser(app);
        var refused = await BackAsync(browser, await browser.OpenAsync(await LinkAsync(app)), "code=the-code");
        _pinterest.On(Token, _ => Granted());
        var taken = await BackAsync(browser, await browser.OpenAsync(refused.Link("Try again")), "code=the-code");

        Assert.Equal(("wrong_clock", "connected, wrong_clock"), (refused.Code, taken.Code));
        Assert.Contains("hours", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_Trial_access_the_sandbox_is_offered()
    {
        _pinterest.On(Token, _ => Granted());
        await using var app = await StartAsync(settings: ["Connector:Pinterest:AccessTier=trial"]);
        var browser = new Browser(app);

        var page = await BackAsync(browser, await browser.OpenAsync(await LinkAsync(app)), "code=the-code");
        var sandbox = await BackAsync(browser, await browser.OpenAsync(page.Link("Connect in the sandbox")), "code=another");

        Assert.Equal(("connected, trial_access", "connected"), (page.Code, sandbox.Code));
        Assert.Equal(
            ["sandbox", "production", "simulator"],
            (await app.GetAsync("/v1/accounts"))["items"]!.AsArray().Select(account => (string)account!["environment"]!));
    }

    [Fact]
    public async Task Without_an_app_there_is_no_link_and_the_answer_says_how_to_enter_one()
    {
        await using var app = await SidecarApp.StartAsync(null, null, [.. _pinterest.Settings[..2], Rehearsal.Setting]);

        var (status, text) = await app.Admin.AskAsync(HttpMethod.Post, "/v1/oauth/start", new { environment = "production" });

        Assert.Equal((int)HttpStatusCode.Conflict, status);
        Assert.Contains("app_not_configured", text, StringComparison.Ordinal);
        Assert.Contains("PUT /v1/app", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_code_nor_the_state_nor_a_token_is_in_a_log_an_answer_or_a_file()
    {
        const string code = "code-that-nobody-may-see";
        _pinterest.On(Token, _ => (400, new { code = 1, message = $"Invalid request: {code} is not good" }));
        await using var app = await SidecarApp.StartAsync(
            null, null,
            [
                .. _pinterest.Settings, Rehearsal.Setting, "Logging:LogLevel:Default=Trace", "Logging:LogLevel:Microsoft=Trace",
                "Logging:LogLevel:Microsoft.AspNetCore.Hosting=Trace", "Logging:LogLevel:System=Trace",
            ]);
        var browser = new Browser(app);
        var link = await LinkAsync(app);
        var sent = await browser.OpenAsync(link);
        var refused = await BackAsync(browser, sent, $"code={code}");
        _pinterest.On(Token, _ => Granted());
        var again = await browser.OpenAsync(refused.Link("Try again"));
        var taken = await BackAsync(browser, again, $"code={code}");
        await browser.OpenAsync(link);

        Assert.Equal(("code_invalid", "connected"), (refused.Code, taken.Code));
        var cookie = browser.SetCookies[0].Split('=', ';')[1];
        string[] secrets =
        [
            code, StateOf(sent), StateOf(again), link.Split('/')[^1], cookie, "pina_new-access", "pinr_new-refresh",
            "app-secret-that-nobody-may-see",
        ];
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(app.Logs.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
            Assert.Empty(SecretScan.FilesWith(app.DataDirectory, secret));
            Assert.DoesNotContain(secret, refused.Html + taken.Html, StringComparison.Ordinal);
        }
    }

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _pinterest.KnowsUser("pina_new-access", "1", "lamps");
    }

    public async ValueTask DisposeAsync()
    {
        await _pinterest.DisposeAsync();
        Assert.Empty(_pinterest.Unexpected);
    }

    private static (int Status, object Body) Granted() => (200, new
    {
        access_token = "pina_new-access",
        refresh_token = "pinr_new-refresh",
        expires_in = 2_592_000,
        refresh_token_expires_in = 5_184_000,
        scope = Scopes,
    });

    private Task<SidecarApp> StartAsync(ManualClock? clock = null, string[]? settings = null) =>
        SidecarApp.StartAsync(clock, null, [.. _pinterest.Settings, Rehearsal.Setting, .. settings ?? []]);

    private static async Task<string> LinkAsync(SidecarApp app) => await app.LinkAsync(new { environment = "production" });

    private static Task<BrowserPage> BackAsync(Browser browser, BrowserPage sent, string query) =>
        browser.OpenAsync($"{Rehearsal.PublicUrl}/oauth/callback?state={Uri.EscapeDataString(StateOf(sent))}&{query}");

    private static string StateOf(BrowserPage sent) => HttpUtility.ParseQueryString(sent.Location!.Query)["state"]!;
}

using System.Net;
using System.Web;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>An account that a person connects in a browser, from the link to the tokens.</summary>
public sealed class RealConnectTests : RealConnect
{
    [Fact]
    public async Task The_link_leads_to_Pinterest_and_its_code_becomes_tokens_with_the_same_redirect_URI()
    {
        Pinterest.On(Token, _ => Granted());
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
        var exchange = HttpUtility.ParseQueryString(Pinterest.Calls.Single(call => call.Call == Token).Body);
        Assert.Equal(("authorization_code", "the-code"), (exchange["grant_type"], exchange["code"]));
        Assert.Equal("true", exchange["continuous_refresh"]);
        Assert.Equal((string?)made["redirect_uri"], exchange["redirect_uri"]);
        var account = (await app.GetAsync("/v1/accounts"))["items"]![0]!;
        Assert.Equal(("lamps", "app-id"), ((string?)account["username"], (string?)account["app_id"]));
        Assert.Equal("authorization_code", (string?)account["grant"]);
        Assert.NotNull((string?)account["refresh_token_expires_at"]);
    }

    [Fact]
    public async Task With_Trial_access_the_sandbox_is_offered()
    {
        Pinterest.On(Token, _ => Granted());
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
        await using var app = await SidecarApp.StartAsync(null, null, [.. Pinterest.Settings[..2], Rehearsal.Setting]);

        var (status, text) = await app.Admin.AskAsync(HttpMethod.Post, "/v1/oauth/start", new { environment = "production" });

        Assert.Equal((int)HttpStatusCode.Conflict, status);
        Assert.Contains("app_not_configured", text, StringComparison.Ordinal);
        Assert.Contains("PUT /v1/app", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_code_nor_the_state_nor_a_token_is_in_a_log_an_answer_or_a_file()
    {
        const string code = "code-that-nobody-may-see";
        Pinterest.On(Token, _ => (400, new { code = 1, message = $"Invalid request: {code} is not good" }));
        await using var app = await SidecarApp.StartAsync(
            null, null,
            [
                .. Pinterest.Settings, Rehearsal.Setting, "Logging:LogLevel:Default=Trace", "Logging:LogLevel:Microsoft=Trace",
                "Logging:LogLevel:Microsoft.AspNetCore.Hosting=Trace", "Logging:LogLevel:System=Trace",
            ]);
        var browser = new Browser(app);
        var link = await LinkAsync(app);
        var sent = await browser.OpenAsync(link);
        var refused = await BackAsync(browser, sent, $"code={code}");
        Pinterest.On(Token, _ => Granted());
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
}

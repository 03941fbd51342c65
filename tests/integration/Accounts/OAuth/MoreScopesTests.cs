using System.Text.Json.Nodes;
using System.Web;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>Scopes that only some of what the connector can do needs are asked for where the settings say so.</summary>
public sealed class MoreScopesTests
{
    private static readonly string[] Needed = ["boards:read", "boards:write", "pins:read", "pins:write", "user_accounts:read"];

    [Theory]
    [InlineData("", "search_pins keywords audience_insights claim_websites")]
    [InlineData("ads:read", "search_pins claim_websites")]
    [InlineData("ads:read, user_accounts:write", "search_pins")]
    [InlineData("boards:read_secret, pins:read_secret, ads:read, user_accounts:write", "")]
    public async Task They_are_asked_for_and_what_needs_them_can_then_be_done(string setting, string lacking)
    {
        await using var app = await SidecarApp.StartAsync(
            new ManualClock(), null, Rehearsal.Setting, $"Connector:OAuth:MoreScopes={setting}");
        var more = setting.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        var link = await app.LinkAsync();
        var browser = new Browser(app);
        var consent = await browser.OpenAsync(link);

        var asked = HttpUtility.ParseQueryString(consent.Address.Query)["scope"]!.Split(',');
        var page = await browser.DecideAsync(consent, "lamps", scopes: asked);

        Assert.Equal([.. Needed, .. more], asked);
        foreach (var scope in more) Assert.Contains($"value=\"{scope}\"", consent.Html, StringComparison.Ordinal);
        Assert.Equal("connected", page.Code);
        var account = (await app.GetAsync("/v1/accounts"))["items"]!.AsArray().Single(one => (string?)one!["username"] == "lamps")!;
        Assert.Equal(lacking, string.Join(' ', Lacking(account)));
        var (status, _) = await app.Admin.AskAsync(HttpMethod.Get, $"/v1/keywords?terms=lamp&account_id={account["id"]}");
        Assert.Equal(lacking.Contains("keywords", StringComparison.Ordinal) ? 403 : 200, status);
    }

    private static IEnumerable<string> Lacking(JsonNode account) =>
        account["capabilities"]!.AsArray().Where(one => !(bool)one!["available"]!).Select(one => (string)one!["name"]!);
}

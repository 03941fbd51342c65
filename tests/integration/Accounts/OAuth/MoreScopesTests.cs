using System.Text.Json.Nodes;
using System.Web;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>Scopes that only some of what the connector can do needs are asked for where the settings say so.</summary>
public sealed class MoreScopesTests
{
    private static readonly string[] Needed = ["boards:read", "boards:write", "pins:read", "pins:write", "user_accounts:read"];

    private const string Items = "send_items find_items read_product_groups change_product_groups catalog_reports";

    [Theory]
    [InlineData("", "search_pins keywords audience_insights claim_websites "
        + "list_catalogs read_feeds change_feeds ingest_feeds feed_results " + Items)]
    [InlineData("ads:read", "search_pins claim_websites list_catalogs read_feeds change_feeds ingest_feeds feed_results " + Items)]
    [InlineData("ads:read, catalogs:read, user_accounts:write", "search_pins change_feeds ingest_feeds send_items change_product_groups")]
    [InlineData("ads:read, boards:read_secret, catalogs:read, catalogs:write, pins:read_secret, user_accounts:write", "")]
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

    [Fact]
    public async Task They_are_asked_for_without_a_browser_too_and_when_that_token_is_renewed()
    {
        var clock = new ManualClock();
        await using var pinterest = await FakePinterest.StartAsync();
        pinterest.On("POST /v5/oauth/token", _ => (200, new { access_token = "pina_own", expires_in = 2_592_000 }));
        pinterest.KnowsUser("pina_own", "1", "owner");
        await using var app = await SidecarApp.StartAsync(
            clock, null, [.. pinterest.Settings, "Connector:OAuth:MoreScopes=ads:read"]);

        var account = await app.PostAsync("/v1/accounts", new { grant = "client_credentials", environment = "production" });
        clock.Jump(TimeSpan.FromDays(24));
        await app.RenewTokensAsync();

        var asked = pinterest.Calls.Where(seen => seen.Call == "POST /v5/oauth/token")
            .Select(seen => HttpUtility.ParseQueryString(seen.Body));
        Assert.Equal(Enumerable.Repeat(string.Join(',', [.. Needed, "ads:read"]), 2), asked.Select(form => form["scope"]));
        Assert.DoesNotContain("audience_insights", Lacking(account));
        Assert.Empty(pinterest.Unexpected);
    }

    [Fact]
    public async Task The_page_for_connecting_lists_them()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock(), null, "Connector:OAuth:MoreScopes=user_accounts:write");
        var person = await Console.Visitor.OwnerAsync(app);

        var page = await person.GetAsync("/accounts/connect");

        Assert.Contains("user_accounts:write", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ads:read", page.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lacking(JsonNode account) =>
        account["capabilities"]!.AsArray().Where(one => !(bool)one!["available"]!).Select(one => (string)one!["name"]!);
}

using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts;

/// <summary>An account says what cannot be done with it, and why.</summary>
public sealed class CapabilityTests : IAsyncLifetime
{
    private FakePinterest _pinterest = null!;
    private SidecarApp _app = null!;

    [Theory]
    [InlineData(
        "production", "boards:read,boards:write,pins:read,pins:write,user_accounts:read",
        "search_pins", "keywords", "audience_insights", "claim_websites", "list_catalogs", "read_feeds", "change_feeds", "ingest_feeds",
        "feed_results", "send_items", "find_items", "read_product_groups", "change_product_groups", "catalog_reports")]
    [InlineData(
        "production",
        "ads:read,boards:read,boards:read_secret,boards:write,catalogs:read,catalogs:write,pins:read,pins:read_secret,pins:write,"
            + "user_accounts:read,user_accounts:write")]
    [InlineData("production", null)]
    [InlineData(
        "production", "boards:read pins:read",
        "images", "videos", "create_boards", "delete_boards", "change_sections", "account_metrics", "top_videos", "search_pins",
        "edit_published", "save_pins", "keywords", "trends", "trend_topics", "audience_insights", "websites", "website_code",
        "claim_websites", "list_catalogs", "read_feeds", "change_feeds", "ingest_feeds", "feed_results",
        "send_items", "find_items", "read_product_groups", "change_product_groups", "catalog_reports")]
    [InlineData(
        "sandbox",
        "boards:read,boards:write,pins:read,pins:write,user_accounts:read,user_accounts:write,ads:read,catalogs:read,catalogs:write",
        "pin_metrics", "account_metrics", "top_videos", "search_pins", "trend_topics", "audience_insights", "websites",
        "website_code", "claim_websites", "catalog_reports")]
    public async Task What_its_scopes_or_its_environment_do_not_allow_is_said(string environment, string? scope, params string[] lacking)
    {
        var account = await _app.PostAsync("/v1/accounts", new { environment, access_token = "pina_1", scope });

        Assert.Equal(
            lacking, account["capabilities"]!.AsArray().Where(one => !(bool)one!["available"]!).Select(one => (string)one!["name"]!));
        Assert.All(account["capabilities"]!.AsArray(), one => Assert.Equal((bool)one!["available"]!, (string?)one["reason"] is null));
    }

    [Fact]
    public async Task The_scopes_that_a_token_lacks_are_named_with_the_setting_that_asks_for_them()
    {
        var account = await _app.PostAsync(
            "/v1/accounts", new { environment = "production", access_token = "pina_1", scope = "boards:read boards:write pins:read" });

        var images = account["capabilities"]!.AsArray().Single(one => (string?)one!["name"] == "images")!;
        var keywords = account["capabilities"]!.AsArray().Single(one => (string?)one!["name"] == "keywords")!;
        Assert.Contains("lacks pins:write; connect it again", (string?)images["reason"], StringComparison.Ordinal);
        Assert.Contains(
            "lacks ads:read; add ads:read to the setting Connector:OAuth:MoreScopes", (string?)keywords["reason"],
            StringComparison.Ordinal);
    }

    /// <remarks>Nobody arranged an answer, so a call that was made would be seen.</remarks>
    [Theory]
    [InlineData("production", "keywords?terms=lamp", "ads:read", "Connector:OAuth:MoreScopes")]
    [InlineData("production", "audience-insights?ad_account_id=54", "ads:read", "Connector:OAuth:MoreScopes")]
    [InlineData("production", "audience-insights/audiences?ad_account_id=54", "ads:read", "Connector:OAuth:MoreScopes")]
    [InlineData("production", "trends?region=US", "user_accounts:read", "Connect the account lamps again")]
    [InlineData("production", "trends/topics?region=US", "user_accounts:read", "Connect the account lamps again")]
    [InlineData("sandbox", "trends/topics?region=US", "sandbox", "environment production")]
    [InlineData("sandbox", "trends/product-categories?region=US", "sandbox", "environment production")]
    [InlineData("sandbox", "accounts/{id}/websites", "sandbox", "environment production")]
    [InlineData("production", "metrics/top-videos", "user_accounts:read", "Connect the account lamps again")]
    [InlineData("sandbox", "metrics/top-videos", "sandbox", "environment production")]
    [InlineData("production", "accounts/{id}/websites/code", "user_accounts:read", "Connect the account lamps again")]
    public async Task What_it_may_not_ask_is_said_before_it_is_asked(string environment, string path, string lacking, string remedy)
    {
        var account = await _app.PostAsync("/v1/accounts", new { environment, access_token = "pina_1", scope = "boards:read" });
        var calls = _pinterest.Calls.Count;

        var (status, text) = await _app.Admin.AskAsync(
            HttpMethod.Get, $"/v1/{path.Replace("{id}", (string?)account["id"], StringComparison.Ordinal)}");

        var problem = JsonNode.Parse(text)!;
        Assert.Equal((403, "capability_unavailable"), (status, (string?)problem["code"]));
        Assert.Contains(lacking, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Contains(remedy, (string?)problem["remediation"], StringComparison.Ordinal);
        Assert.Equal(calls, _pinterest.Calls.Count);
    }

    /// <remarks>Of a token that was given nobody knows the scopes until Pinterest says that one is lacking.</remarks>
    [Theory]
    [InlineData("GET /v5/terms/related", "GET", "keywords?terms=lamp", "ads:read")]
    [InlineData("GET /v5/user_account/websites", "GET", "accounts/{id}/websites", "user_accounts:read")]
    [InlineData("GET /v5/user_account/analytics/top_video_pins", "GET", "metrics/top-videos", "user_accounts:read")]
    [InlineData("GET /v5/search/pins", "GET", "pinterest/search?q=a", "pins:read_secret")]
    [InlineData("POST /v5/pins/77/save", "POST", "pinterest/pins/77/save", "pins:write")]
    public async Task A_scope_of_which_only_Pinterest_knows_is_named_as_well(string call, string method, string path, string scope)
    {
        var account = await _app.PostAsync("/v1/accounts", new { environment = "production", access_token = "pina_1" });
        const string message = "Your token does not have sufficient permissions to perform this operation. Please ensure your token is "
            + "authorized with the correct set of scopes.";
        _pinterest.On(call, _ => (403, new { code = 29, message }));

        var (status, text) = await _app.Admin.AskAsync(
            new HttpMethod(method), $"/v1/{path.Replace("{id}", (string?)account["id"], StringComparison.Ordinal)}",
            method == "POST" ? new JsonObject { ["board_id"] = "12" } : null);

        var problem = JsonNode.Parse(text)!;
        Assert.Equal((403, "capability_unavailable"), (status, (string?)problem["code"]));
        Assert.Contains(scope, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(
            (403, 29, message),
            ((int?)problem["pinterest"]!["status"], (int?)problem["pinterest"]!["code"], (string?)problem["pinterest"]!["message"]));
    }

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _pinterest.KnowsUser("pina_1", "1", "lamps");
        _app = await SidecarApp.StartAsync(new ManualClock(), null, _pinterest.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _pinterest.DisposeAsync();
        Assert.Empty(_pinterest.Unexpected);
    }
}

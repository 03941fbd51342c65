using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>What can go wrong between a link and a connected account: each has a page, a code, and a way on.</summary>
public sealed class FailurePagesTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    [Fact]
    public async Task Who_denies_is_asked_whether_to_try_again()
    {
        var browser = new Browser(_app);

        var page = await browser.ConnectAsync(await _app.LinkAsync(), answer: "deny");

        Assert.Equal((403, "consent_denied"), (page.Status, page.Code));
        Assert.Contains("try again and choose Allow.", page.Html, StringComparison.Ordinal);
        Assert.Equal((200, "connected"), (await browser.ConnectAsync(page.Link("Try again"))).Outcome);
    }

    [Fact]
    public async Task A_scope_that_was_unticked_is_named_with_what_it_is_for_and_nothing_changes()
    {
        var browser = new Browser(_app);

        var page = await browser.ConnectAsync(
            await _app.LinkAsync(), "New", scopes: ["boards:read", "boards:write", "pins:read", "pins:write"]);

        Assert.Equal((403, "scope_missing"), page.Outcome);
        Assert.Contains("user_accounts:read", page.Html, StringComparison.Ordinal);
        Assert.Contains("tells whose account it is", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("pins:write", page.Html, StringComparison.Ordinal);
        Assert.Single((await _app.GetAsync("/v1/accounts"))["items"]!.AsArray());
        Assert.Equal((200, "connected"), (await browser.ConnectAsync(page.Link("Try again"), "New")).Outcome);
    }

    [Theory]
    [InlineData("consent_denied", "give_consent", 403, "consent_denied")]
    [InlineData("consent_scope_missing", "give_consent", 403, "scope_missing")]
    [InlineData("consent_wrong_state", "give_consent", 404, "link_unknown")]
    [InlineData("code_expired", "exchange_code", 400, "code_invalid")]
    [InlineData("app_not_approved", "exchange_code", 403, "app_not_approved")]
    [InlineData("app_not_approved", "get_user_account", 403, "app_not_approved")]
    [InlineData("trial_access", "exchange_code", 403, "trial_access")]
    [InlineData("data_access_denied", "get_user_account", 403, "personal_account")]
    [InlineData("scope_missing", "get_user_account", 403, "scope_missing")]
    [InlineData("refresh_unavailable", "exchange_code", 503, "pinterest_unavailable")]
    [InlineData("drop_before_read", "exchange_code", 503, "pinterest_unavailable")]
    [InlineData("html", "exchange_code", 503, "pinterest_unavailable")]
    [InlineData("undocumented", "exchange_code", 502, "pinterest_refused")]
    public async Task An_ordered_fault_gets_its_page(string fault, string operation, int status, string code)
    {
        await _app.FaultAsync(fault, operation);

        var page = await new Browser(_app).ConnectAsync(await _app.LinkAsync());

        Assert.Equal((status, code), page.Outcome);
        Assert.Equal("tokens", (string?)(await _app.GetAsync("/v1/accounts"))["items"]![0]!["grant"]);
    }

    [Fact]
    public async Task Another_Pinterest_user_is_refused_and_may_be_connected_as_well()
    {
        var id = await _app.FirstAccountAsync();
        var browser = new Browser(_app);

        var page = await browser.ConnectAsync(await _app.LinkAsync(new { account_id = id }), "Other");

        Assert.Equal((409, "other_pinterest_user"), page.Outcome);
        Assert.Single((await _app.GetAsync("/v1/accounts"))["items"]!.AsArray());
        Assert.Equal((200, "connected"), (await browser.ConnectAsync(page.Link("Try again with simulator"), "simulator")).Outcome);
        Assert.Equal((200, "connected"), (await browser.ConnectAsync(page.Link("Connect other as well"), "Other")).Outcome);
        Assert.Equal(2, (await _app.GetAsync("/v1/accounts"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_personal_account_is_connected_and_told_what_will_not_work()
    {
        var page = await new Browser(_app).ConnectAsync(await _app.LinkAsync(), "Maria", kind: "personal");

        Assert.Equal((200, "connected, personal_account"), page.Outcome);
        Assert.Equal("PINNER", (string?)(await _app.GetAsync("/v1/accounts"))["items"]![0]!["account_type"]);
    }

    [Fact]
    public async Task A_redirect_URI_that_is_not_the_apps_is_shown_beside_the_right_one()
    {
        var browser = new Browser(_app);
        var consent = await browser.OpenAsync(await _app.LinkAsync());

        var page = await browser.OpenAsync(
            consent.Address.AbsoluteUri.Replace("connector.test%2Foauth", "elsewhere.test%2Foauth", StringComparison.Ordinal));

        Assert.Equal((400, "redirect_uri_mismatch"), page.Outcome);
        Assert.Contains("http://elsewhere.test/oauth/callback", page.Html, StringComparison.Ordinal);
        Assert.Contains($"{Rehearsal.PublicUrl}/oauth/callback", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_address_that_changed_in_between_is_shown_beside_the_old_one()
    {
        var data = Directory.CreateTempSubdirectory("connector-test-").FullName;
        var clock = new ManualClock();
        try
        {
            BrowserPage consent;
            var cookies = new List<string>();
            await using (var before = await SidecarApp.StartAsync(clock, data, "Connector:PublicUrl=http://connector.test:81"))
            {
                var first = new Browser(before);
                consent = await first.OpenAsync(await before.LinkAsync());
                cookies.AddRange(first.SetCookies);
            }

            await using var after = await SidecarApp.StartAsync(clock, data, Rehearsal.Setting);
            var browser = new Browser(after);
            browser.Keep(Rehearsal.PublicUrl, cookies);

            var page = await browser.OpenAsync($"{Rehearsal.PublicUrl}/oauth/callback?code=1&state={consent.State()}");

            Assert.Equal((400, "redirect_uri_mismatch"), page.Outcome);
            Assert.Contains("http://connector.test:81/oauth/callback", page.Html, StringComparison.Ordinal);
            Assert.Contains($"<code>{Rehearsal.PublicUrl}/oauth/callback</code>", page.Html, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock(), null, Rehearsal.Setting);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

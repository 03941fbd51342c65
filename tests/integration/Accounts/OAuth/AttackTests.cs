using System.Net.Http.Json;
using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>What somebody may try with the pages on which accounts are connected.</summary>
public sealed class AttackTests : IAsyncLifetime
{
    private const string Markup = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";

    private SidecarApp _app = null!;

    [Fact]
    public async Task The_state_of_another_browser_is_refused_and_the_owner_goes_on()
    {
        var (owner, other) = (new Browser(_app), new Browser(_app));
        var back = await owner.ConnectAsync(await _app.LinkAsync(), until: "/oauth/callback");

        Assert.Equal((403, "other_browser"), (await other.OpenAsync(back.Location!.AbsoluteUri)).Outcome);
        Assert.Equal((200, "connected"), (await owner.OpenAsync(back.Location!.AbsoluteUri)).Outcome);
    }

    [Fact]
    public async Task A_state_is_not_taken_twice()
    {
        var browser = new Browser(_app);
        var back = (await browser.ConnectAsync(await _app.LinkAsync(), until: "/oauth/callback")).Location!.AbsoluteUri;
        await browser.OpenAsync(back);

        Assert.Equal((410, "link_used"), (await browser.OpenAsync(back)).Outcome);
    }

    [Fact]
    public async Task A_second_browser_cannot_open_a_link()
    {
        var link = await _app.LinkAsync();
        await new Browser(_app).OpenAsync(link);

        var page = await new Browser(_app).OpenAsync(link);

        Assert.Equal((403, "other_browser"), page.Outcome);
        Assert.Null(page.Location);
        Assert.DoesNotContain("Set-Cookie", page.Headers.Keys);
    }

    [Fact]
    public async Task Who_only_looks_at_a_link_does_not_use_it_up()
    {
        var link = await _app.LinkAsync();
        using var client = _app.As(null);
        using (var looked = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, link)))
            Assert.DoesNotContain("Set-Cookie", looked.Headers.Select(header => header.Key));

        Assert.Equal((200, "connected"), (await new Browser(_app).ConnectAsync(link)).Outcome);
    }

    [Fact]
    public async Task The_consent_page_of_another_browser_takes_no_decision()
    {
        var consent = await new Browser(_app).OpenAsync(await _app.LinkAsync());

        Assert.Equal((403, "other_browser"), (await new Browser(_app).DecideAsync(consent)).Outcome);
        Assert.Equal((403, "other_browser"), (await new Browser(_app).OpenAsync(consent.Address.AbsoluteUri)).Outcome);
        Assert.Equal(0, await _app.CountAsync("give_consent"));
    }

    [Fact]
    public async Task The_host_that_a_request_names_changes_no_address()
    {
        using var client = _app.As(SidecarApp.BootstrapKey);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/oauth/start")
        {
            Content = JsonContent.Create(new { environment = "simulator" }),
            Headers = { Host = "evil.example" },
        };
        request.Headers.Add("X-Forwarded-Host", "evil.example");

        var text = await (await client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("evil.example", text, StringComparison.Ordinal);
        Assert.Contains($"{Rehearsal.PublicUrl}/oauth/begin/", text, StringComparison.Ordinal);
        var page = await new Browser(_app).OpenAsync("http://evil.example/oauth/callback?state=x");
        Assert.DoesNotContain("evil.example", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_with_the_browser_is_shown_as_text()
    {
        var browser = new Browser(_app);
        var consent = await browser.OpenAsync(await _app.LinkAsync());
        var text = Uri.EscapeDataString(Markup);

        var page = await browser.OpenAsync(
            $"{Rehearsal.PublicUrl}/oauth/callback?state={consent.State()}&error={text}&error_description={text}");

        Assert.Equal((400, "consent_failed"), page.Outcome);
        Harmless(page);
        Assert.Contains("&lt;img src=x", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_whose_name_is_markup_is_shown_as_text_on_both_pages()
    {
        var browser = new Browser(_app);
        var consent = await browser.OpenAsync(await _app.LinkAsync());

        Harmless(await browser.OpenAsync($"{consent.Address.AbsoluteUri}&user={Uri.EscapeDataString(Markup)}"));
        Harmless(await browser.DecideAsync(consent, Markup));
    }

    [Fact]
    public async Task Every_answer_keeps_what_came_with_it_to_itself()
    {
        var browser = new Browser(_app);
        var consent = await browser.OpenAsync(await _app.LinkAsync());
        var pages = new[]
        {
            consent, await browser.DecideAsync(consent, until: "/oauth/callback"), await browser.ConnectAsync(await _app.LinkAsync()),
            await browser.OpenAsync($"{Rehearsal.PublicUrl}/oauth/callback?state=x&code=y"),
        };

        Assert.All(pages, page =>
        {
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
            Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
            Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
            if (page.Location is not null) return;
            Assert.StartsWith("default-src 'none'; style-src 'sha256-", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("http://connector.test", "/oauth", false)]
    [InlineData("https://connector.test", "/oauth", true)]
    [InlineData("https://connector.test/pins", "/pins/oauth", true)]
    public async Task The_cookie_is_out_of_reach_of_scripts_other_sites_and_other_pages(string publicUrl, string path, bool isSecure)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock(), null, $"Connector:PublicUrl={publicUrl}");
        var browser = new Browser(app);

        await browser.OpenAsync((await app.LinkAsync()).Replace("/pins", "", StringComparison.Ordinal), until: "/");

        var cookie = Assert.Single(browser.SetCookies);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"path={path};", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(isSecure, cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_workspace_cannot_name_the_simulated_user_of_another()
    {
        using var stranger = await _app.OfWorkspaceAsync("other");
        var link = (string)(await SidecarApp.SendAsync(
            stranger, HttpMethod.Post, "/v1/oauth/start", new { environment = "simulator" }))["authorize_url"]!;

        var page = await new Browser(_app).ConnectAsync(link, "simulator");

        Assert.Equal((200, "Connected: simulator_2"), (page.Status, page.Title));
    }

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock(), null, Rehearsal.Setting);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Harmless(BrowserPage page)
    {
        Assert.DoesNotContain("<img", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onerror=alert(1)>", page.Html, StringComparison.OrdinalIgnoreCase);
    }
}

using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>How long a link to connect an account is good, and for what.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    [Fact]
    public async Task A_link_is_good_for_ten_minutes()
    {
        var (link, browser) = (await _app.LinkAsync(), new Browser(_app));

        _app.Clock!.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal((410, "link_expired"), (await browser.OpenAsync(link)).Outcome);
    }

    [Fact]
    public async Task A_page_that_answers_after_ten_minutes_brings_a_link_that_has_ended()
    {
        await _app.FaultAsync("consent_slow", seconds: 601);
        var browser = new Browser(_app);
        var consent = await browser.OpenAsync(await _app.LinkAsync());

        var waiting = browser.DecideAsync(consent);
        await Eventually.TrueAsync(async () => await _app.CountAsync("give_consent") > 0);
        _app.Clock!.Advance(TimeSpan.FromSeconds(602));

        Assert.Equal((410, "link_expired"), (await waiting).Outcome);
    }

    [Fact]
    public async Task A_link_connects_once()
    {
        var (link, browser) = (await _app.LinkAsync(), new Browser(_app));
        var page = await browser.ConnectAsync(link);

        Assert.Equal((200, "connected"), page.Outcome);
        Assert.Equal((410, "link_used"), (await browser.OpenAsync(page.Address.AbsoluteUri)).Outcome);
        var used = await browser.OpenAsync(link);
        Assert.Equal((410, "link_used"), used.Outcome);
        Assert.EndsWith("/accounts/connect", used.Link("Make a new link"), StringComparison.Ordinal);
        Assert.EndsWith("/accounts", used.Link("Go to the accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_browser_may_open_a_link_twice_before_it_is_used()
    {
        var (link, browser) = (await _app.LinkAsync(), new Browser(_app));
        await browser.OpenAsync(link);

        Assert.Equal((200, "connected"), (await browser.ConnectAsync(link)).Outcome);
    }

    [Fact]
    public async Task The_link_of_a_key_that_was_revoked_is_refused_at_every_step()
    {
        var made = await _app.PostAsync("/v1/keys", new { name = "n8n", scopes = new[] { "admin" } });
        using var client = _app.As((string)made["secret"]!);
        var links = new List<string>();
        for (var i = 0; i < 2; i++)
            links.Add((string)(await SidecarApp.SendAsync(
                client, HttpMethod.Post, "/v1/oauth/start", new { environment = "simulator" }))["authorize_url"]!);
        var browser = new Browser(_app);
        var back = await browser.ConnectAsync(links[0], until: "/oauth/callback");

        await _app.Admin.DeleteAsync($"/v1/keys/{(string)made["key"]!["id"]!}");

        Assert.Equal((403, "key_revoked"), (await browser.OpenAsync(links[1])).Outcome);
        Assert.Equal((403, "key_revoked"), (await browser.OpenAsync(back.Location!.AbsoluteUri)).Outcome);
    }

    [Fact]
    public async Task An_account_that_was_disconnected_meanwhile_is_not_there()
    {
        var id = await _app.SimulatorAccountAsync("Gone");
        var (link, browser) = (await _app.LinkAsync(new { account_id = id }), new Browser(_app));
        using (await _app.Admin.DeleteAsync($"/v1/accounts/{id}")) { }

        Assert.Equal((404, "account_not_found"), (await browser.ConnectAsync(link, "Gone")).Outcome);
    }

    [Fact]
    public async Task A_link_that_nobody_made_is_not_known()
    {
        Assert.Equal((404, "link_unknown"), (await new Browser(_app).OpenAsync($"{Rehearsal.PublicUrl}/oauth/begin/made-up")).Outcome);
        Assert.Equal((404, "link_unknown"), (await new Browser(_app).OpenAsync($"{Rehearsal.PublicUrl}/oauth/callback")).Outcome);
    }

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock(), null, Rehearsal.Setting);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

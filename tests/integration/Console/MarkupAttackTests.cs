using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>Texts that are markup, wherever somebody else chooses them: no page takes them for its own.</summary>
public sealed class MarkupAttackTests(MarkupWorld world) : IClassFixture<MarkupWorld>
{
    [Fact]
    public async Task No_page_shows_a_text_as_markup()
    {
        var owner = await Visitor.OwnerAsync(world.App);
        var shown = new Dictionary<string, int>();
        foreach (var address in world.Addresses)
        {
            var html = (await owner.GetAsync(address)).Html;
            Assert.False(html.Contains("<img src=x", StringComparison.OrdinalIgnoreCase), $"{address} shows markup:\n{html}");
            shown[address] = html.Split("&lt;img src=x").Length - 1;
        }

        // Fewer would mean that something of what was put in is not there to be shown.
        Assert.True(shown.Values.Sum() >= 70, string.Join('\n', shown));
    }

    [Theory]
    [InlineData("/?account={text}")]
    [InlineData("/?{text}={text}")]
    [InlineData("/{text}")]
    [InlineData("/sign-in?link={text}")]
    [InlineData("/sign-in?return=/{text}")]
    [InlineData("/pictures/{text}")]
    public async Task No_page_shows_its_address_as_markup(string address)
    {
        var owner = await Visitor.OwnerAsync(world.App);
        var asked = address.Replace("{text}", Uri.EscapeDataString(MarkupWorld.Text), StringComparison.Ordinal);

        foreach (var visitor in new[] { owner, Visitor.To(world.App) })
            Assert.DoesNotContain("<img src=x", (await visitor.GetAsync(asked)).Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_key_is_not_shown_as_markup()
    {
        var answer = await Visitor.To(world.App).SignInAsync(MarkupWorld.Text);

        Assert.Equal(401, answer.Status);
        Assert.DoesNotContain("<img src=x", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_tells_the_browser_to_run_nothing_of_others_and_to_be_in_no_frame()
    {
        var owner = await Visitor.OwnerAsync(world.App);
        string[] addresses = [.. world.Addresses, "/there-is-no-such-page", "/pins/pin_1", "/sign-in?link=x"];
        foreach (var visitor in new[] { owner, Visitor.To(world.App) })
            foreach (var address in addresses) Check(address, await visitor.GetAsync(address));
        Check("an unknown host", await owner.GetAsync("/", ("Host", "evil.example")));
        Check("a forged form", await owner.PostAsync("/sign-out", [], ("Sec-Fetch-Site", "cross-site")));
    }

    [Fact]
    public async Task Too_many_requests_are_refused_with_a_page()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock(), null, "Connector:RequestLimit:Burst=2");
        var owner = Visitor.To(app);
        await owner.SignInAsync(SidecarApp.BootstrapKey);
        Seen answer;
        do answer = await owner.GetAsync("/");
        while (answer.Status == 200);

        Assert.Equal(429, answer.Status);
        Assert.StartsWith("text/html", answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("too_many_requests", answer.Html, StringComparison.Ordinal);
        Assert.True(answer.Headers.ContainsKey("Retry-After"));
        Check("too many requests", answer);
    }

    private static void Check(string address, Seen page)
    {
        Assert.True(page.Status < 500, $"{address}: {page.Status}");
        var policy = page.Headers["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.EndsWith("base-uri 'none'; frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(
            ("DENY", "nosniff", "no-referrer", "same-origin", "no-store"),
            (page.Headers["X-Frame-Options"], page.Headers["X-Content-Type-Options"], page.Headers["Referrer-Policy"],
                page.Headers["Cross-Origin-Opener-Policy"], page.Headers["Cache-Control"]));
        Assert.False(page.Headers.ContainsKey("Access-Control-Allow-Origin"), address);
        Assert.DoesNotContain(" style=", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
    }
}

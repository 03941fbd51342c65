using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>Forms that another site makes a browser send: none does anything.</summary>
public sealed class ForgeryAttackTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_form_without_a_token_is_refused()
    {
        var owner = await Visitor.OwnerAsync(_app);
        owner.Token = "";

        await RefusedAsync(owner, await owner.SignOutAsync());
    }

    [Fact]
    public async Task A_form_with_the_token_of_another_session_is_refused()
    {
        var owner = await Visitor.OwnerAsync(_app);
        var other = await Visitor.OwnerAsync(_app);
        owner.Token = other.Token;

        await RefusedAsync(owner, await owner.SignOutAsync());
    }

    [Fact]
    public async Task A_form_with_the_token_and_the_cookie_of_another_session_is_refused()
    {
        var owner = await Visitor.OwnerAsync(_app);
        var other = await Visitor.OwnerAsync(_app);
        owner.Token = other.Token;
        owner.Cookies["connector_forgery"] = other.Cookies["connector_forgery"];

        await RefusedAsync(owner, await owner.SignOutAsync());
    }

    [Fact]
    public async Task A_token_from_before_the_sign_in_is_refused_after_it()
    {
        var owner = Visitor.To(_app);
        await owner.GetAsync("/sign-in");
        var before = owner.Token;
        await owner.SignInAsync(SidecarApp.BootstrapKey);
        owner.Token = before;

        await RefusedAsync(owner, await owner.SignOutAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost.evil.example")]
    public async Task A_form_of_another_site_is_refused_even_with_a_good_token(string header, string value)
    {
        var owner = await Visitor.OwnerAsync(_app);

        await RefusedAsync(owner, await owner.PostAsync("/sign-out", [], (header, value)));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "null")] // what browsers send from our pages, whose Referrer-Policy is no-referrer
    public async Task A_form_of_our_own_page_is_taken(string header, string value)
    {
        var owner = await Visitor.OwnerAsync(_app);

        Assert.Equal(303, (await owner.PostAsync("/sign-out", [], (header, value))).Status);
    }

    [Fact]
    public async Task Another_site_cannot_sign_somebody_in_with_its_own_key()
    {
        var victim = Visitor.To(_app);

        var answer = await victim.SignInAsync(SidecarApp.BootstrapKey, "/sign-in", ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(400, answer.Status);
        Assert.DoesNotContain(Visitor.SessionCookie, victim.Cookies.Keys);
    }

    [Fact]
    public async Task A_form_with_too_many_fields_is_refused_and_it_is_said_why()
    {
        var owner = await Visitor.OwnerAsync(_app);

        var answer = await owner.PostAsync("/queue", Enumerable.Range(0, 5000).Select(n => ("ids", $"pin_{n}")));

        Assert.Equal(413, answer.Status);
        Assert.Contains("The form has too much in it.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("form_expired", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_from_another_site_may_open_a_page()
    {
        var owner = await Visitor.OwnerAsync(_app);

        Assert.Equal(200, (await owner.GetAsync("/", ("Sec-Fetch-Site", "cross-site"))).Status);
    }

    private static async Task RefusedAsync(Visitor owner, Seen answer)
    {
        Assert.Equal(400, answer.Status);
        Assert.Contains("form_expired", answer.Html, StringComparison.Ordinal);
        Assert.Equal(200, (await owner.GetAsync("/")).Status);
    }
}

using Connector.Tests.Support;

namespace Connector.Tests.Accounts.OAuth;

/// <summary>Why Pinterest does not take a code, and the page that says so.</summary>
public sealed class RefusedCodeTests : RealConnect
{
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
        Pinterest.On(Token, _ => (status, new { code = number, message }));
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
        Pinterest.On(
            Token, call => call.Body.Contains("client_credentials", StringComparison.Ordinal) ? Granted() : FakePinterest.Refused);
        await using var app = await StartAsync();
        var browser = new Browser(app);

        var page = await BackAsync(browser, await browser.OpenAsync(await LinkAsync(app)), "code=the-code");

        Assert.Equal("code_invalid", page.Code);
    }

    [Fact]
    public async Task A_redirect_URI_that_Pinterest_refuses_is_shown_with_what_Pinterest_says()
    {
        Pinterest.On(Token, _ => (400, new { code = 1, message = "redirect_uri is not http://other/" }));
        await using var app = await StartAsync();
        var browser = new Browser(app);

        var page = await BackAsync(browser, await browser.OpenAsync(await LinkAsync(app)), "code=the-code");

        Assert.Contains($"<code>{Rehearsal.PublicUrl}/oauth/callback</code>", page.Html, StringComparison.Ordinal);
        Assert.Contains("redirect_uri is not http://other/", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_named_when_the_code_is_refused_and_when_it_is_not()
    {
        Pinterest.On(Token, _ => (400, new { code = 283, message = "The authorization grant is invalid" }));
        // Long before the time that the answers of this machine carry.
        await using var app = await StartAsync(new ManualClock(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var browser = new Browser(app);
        var refused = await BackAsync(browser, await browser.OpenAsync(await LinkAsync(app)), "code=the-code");
        Pinterest.On(Token, _ => Granted());
        var taken = await BackAsync(browser, await browser.OpenAsync(refused.Link("Try again")), "code=the-code");

        Assert.Equal(("wrong_clock", "connected, wrong_clock"), (refused.Code, taken.Code));
        Assert.Contains("hours", refused.Html, StringComparison.Ordinal);
    }
}

using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>Connecting the account of the app's owner, which needs nobody's consent.</summary>
public sealed class OwnAccountFormTests : IAsyncLifetime
{
    private const string Page = "/accounts/connect", Button = "Connect the owner's account";

    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_connects_the_account_and_its_page_says_what_it_cannot_do()
    {
        var person = await Visitor.OwnerAsync(_app);

        var made = await SendAsync(person, "simulator");

        Assert.Equal(200, made.Status);
        Assert.Contains("is connected.", made.Text, StringComparison.Ordinal);
        Assert.Contains("What it cannot do videos, delete boards, change sections, account metrics", made.Text, StringComparison.Ordinal);
        Assert.Contains("the app asks for a new access token", made.Text, StringComparison.Ordinal);
        var account = (await _app.GetAsync("/v1/accounts"))["items"]![0]!;
        Assert.Equal("client_credentials", (string?)account["grant"]);
        Assert.Contains("has a new token and goes on.", (await SendAsync(person, "simulator")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_cannot_do_stands_before_the_button()
    {
        var text = (await (await Visitor.OwnerAsync(_app)).GetAsync(Page)).Text;

        string[] said = ["videos", "delete boards", "change sections", "account metrics"];
        var button = text.IndexOf(Button, StringComparison.Ordinal);
        Assert.All(said, each => Assert.InRange(text.IndexOf(each, StringComparison.Ordinal), 0, button));
    }

    [Theory]
    [InlineData("production", 409, "app_not_configured")]
    [InlineData("elsewhere", 400, "environment")]
    public async Task What_is_refused_is_said_where_it_was_asked(string environment, int status, string says)
    {
        var refused = await SendAsync(await Visitor.OwnerAsync(_app), environment);

        Assert.Equal(status, refused.Status);
        Assert.Contains(says, refused.Text, StringComparison.Ordinal);
        Assert.Contains("<details open", refused.Html, StringComparison.Ordinal);
        Assert.Single((await _app.GetAsync("/v1/accounts"))["items"]!.AsArray());
    }

    [Fact]
    public async Task An_app_that_Pinterest_refuses_is_named()
    {
        await using var pinterest = await FakePinterest.StartAsync();
        pinterest.On("POST /v5/oauth/token", _ => FakePinterest.Refused);
        await using var app = await SidecarApp.StartAsync(null, null, pinterest.Settings);

        var refused = await SendAsync(await Visitor.OwnerAsync(app), "production");

        Assert.Equal(422, refused.Status);
        Assert.Contains("Pinterest does not know this app id and secret.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_may_add_no_account_sees_no_form_and_sends_none()
    {
        var account = await _app.FirstAccountAsync();
        var people = new[] { await Visitor.WithScopeAsync(_app, "publish"), await Visitor.WithScopeAsync(_app, "admin", account) };

        foreach (var person in people)
        {
            Assert.DoesNotContain(Button, (await person.GetAsync(Page)).Text, StringComparison.Ordinal);
            var refused = await SendAsync(person, "simulator");
            Assert.Equal(403, refused.Status);
            Assert.DoesNotContain(Button, refused.Text, StringComparison.Ordinal);
        }

        Assert.Single((await _app.GetAsync("/v1/accounts"))["items"]!.AsArray());
    }

    private static Task<Seen> SendAsync(Visitor person, string environment) =>
        person.SubmitAsync(Page, "own", ("environment", environment));
}

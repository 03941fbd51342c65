using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>A link to our sign-in that would lead to another site afterwards.</summary>
public sealed class RedirectAttackTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/queue?status=failed", "/queue?status=failed")]
    [InlineData("/pins/pin_1", "/pins/pin_1")]
    [InlineData("/", "/")]
    [InlineData("/queue?q=für \U0001F4CC&x=%C3%BC", "/queue?q=f%C3%BCr%20%F0%9F%93%8C&x=%C3%BC")]
    [InlineData("", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("///evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    [InlineData(" //evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("data:text/html,x", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("~//evil.example", "/")]
    [InlineData("/queue\r\nSet-Cookie: x=1", "/")]
    [InlineData("/queue\\..\\..\\evil", "/")]
    public async Task Only_a_page_of_ours_follows_the_sign_in(string asked, string expected)
    {
        var address = $"/sign-in?return={Uri.EscapeDataString(asked)}";
        var visitor = Visitor.To(_app);

        var signedIn = await visitor.SignInAsync(SidecarApp.BootstrapKey, address);
        var alreadySignedIn = await visitor.GetAsync(address);

        Assert.Equal((303, expected), (signedIn.Status, signedIn.Location));
        Assert.Equal((302, expected), (alreadySignedIn.Status, alreadySignedIn.Location));
    }

    [Fact]
    public async Task A_page_that_needs_a_session_leads_back_to_itself()
    {
        var answer = await Visitor.To(_app).GetAsync("/?account=acc_1&x=//evil.example");

        Assert.Equal("/sign-in?return=" + Uri.EscapeDataString("/?account=acc_1&x=//evil.example"), answer.Location);
    }
}

using Connector.Tests.Support;

namespace Connector.Tests.Console;

public sealed class ConsoleOffTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(settings: "Connector:Console:Enabled=false");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/queue")]
    [InlineData("/console/console.css")]
    [InlineData("/pictures/ast_1")]
    public async Task Switched_off_no_address_of_it_is_there(string address)
    {
        var answer = await Visitor.To(_app).GetAsync(address);

        Assert.Equal(404, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Empty(answer.SetCookies);
    }

    [Fact]
    public async Task Switched_off_a_first_start_makes_no_link() =>
        Assert.Null(_app.Services.GetService(typeof(Connector.Keys.SignInLinks)));
}

using Connector.Cli;

namespace Connector.Tests.Cli;

public sealed class HealthCommandTests
{
    [Theory]
    [InlineData("sidecar:5280")]
    [InlineData("ftp://sidecar")]
    [InlineData("sidecar")]
    [InlineData("http://sidecar", "http://other")]
    public async Task An_address_that_cannot_be_called_is_a_wrong_argument(params string[] args) =>
        Assert.Equal(2, await HealthCommand.RunAsync(args));
}

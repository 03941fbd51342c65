using Connector.Http;

namespace Connector.Tests.Http;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:5280")]
    [InlineData("", "http://127.0.0.1:5280")]
    [InlineData("http://0.0.0.0:5280", "http://127.0.0.1:5280")]
    [InlineData("http://+:8080;https://+:8443", "http://127.0.0.1:8080")]
    [InlineData("http://[::]:80/", "http://127.0.0.1:80")]
    [InlineData("http://sidecar:5280", "http://sidecar:5280")]
    public void The_sidecar_is_called_where_it_listens(string? urls, string address) =>
        Assert.Equal(address, ListenAddress.Reachable(urls));
}

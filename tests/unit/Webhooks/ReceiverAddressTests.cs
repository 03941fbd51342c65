using Connector.Webhooks;

namespace Connector.Tests.Webhooks;

public sealed class ReceiverAddressTests
{
    [Theory]
    [InlineData("https://example.com/hook", "https://example.com/hook")]
    [InlineData("https://example.com:8443/hook?token=secret", "https://example.com:8443/hook")]
    [InlineData("https://example.com/hook#secret", "https://example.com/hook")]
    [InlineData("https://user:secret@example.com/hook?a=b", "https://example.com/hook")]
    [InlineData("https://example.com", "https://example.com")]
    [InlineData("", "")]
    public void A_shown_address_has_no_query_no_fragment_and_no_user(string url, string shown) =>
        Assert.Equal(shown, ReceiverAddress.WithoutSecrets(url));
}

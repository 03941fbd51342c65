using Connector.Http;

namespace Connector.Tests.Http;

public sealed class WebHostTests
{
    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("https://example.com./")]
    [InlineData("https://münchen.de/")]
    [InlineData("https://xn--mnchen-3ya.de/")]
    [InlineData("https://xn--fsq.xn--0zwm56d/")]
    [InlineData("https://a_b.example.com/")]
    [InlineData("https://r3---sn-4g5e6nzz.example.com/")]
    [InlineData("https://192.0.2.1/")]
    [InlineData("https://[2001:db8::1]/")]
    [InlineData("https://n8n/")]
    public void A_host_that_can_exist_is_taken(string address) => Assert.True(WebHost.Exists(new Uri(address)));

    [Theory]
    [InlineData("https://xn--/")]
    [InlineData("https://xn--a/")]
    [InlineData("https://www.xn--/")]
    [InlineData("https://xn--zzzzzzz99999.com/")]
    [InlineData("https://-a.com/")]
    [InlineData("https://a-.com/")]
    [InlineData("https://1.2.3.4.5/")]
    [InlineData("https://999.1.1.1/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com/")]
    public void A_host_that_cannot_exist_is_not(string address) => Assert.False(WebHost.Exists(new Uri(address)));
}

using Connector.Http;

namespace Connector.Tests.Http;

public sealed class PlainAddressTests
{
    private const string Letters = "abzABZ019-._~/?#&=%+!$'()*,;|:@[]{}<>\"\\^` \t\n\0üß🌷.://";

    private static readonly string[] Starts =
    [
        "https://a.example/k.jpg", "https://www.shop.example.com/p?x=1&y=2#top", "https://cdn-1.example.co.uk", "https://n8n/",
        "http://a.example/", "https://a.example/a,https://b.example/b", "https://a.example/?a=1&lt;", "https://1.2.3.4/",
        "https://xn--mnchen-3ya.de/",
    ];

    [Theory]
    [InlineData("https://shop.example.com/products/oak-side-table?utm_source=pinterest", "shop.example.com")]
    [InlineData("https://cdn.example.com", "cdn.example.com")]
    [InlineData("https://example.com?q=1", "example.com")]
    [InlineData("https://n8n/", "n8n")]
    public void An_ordinary_address_is_plain(string address, string host) => Assert.Equal(host, PlainAddress.HostOf(address).ToString());

    [Fact]
    public void Whatever_is_plain_is_an_address_with_that_host()
    {
        var random = new Random(20261129);
        var plain = 0;
        for (var run = 0; run < 100_000; run++)
        {
            var address = Changed(Starts[random.Next(Starts.Length)], random);
            var host = PlainAddress.HostOf(address).ToString();
            if (host.Length == 0) continue;

            plain++;
            Assert.Null(WebAddressAttribute.ProblemOf(address, "LinkUrl"));
            Assert.Equal(new Uri(address).IdnHost, host);
            Assert.Equal(AddressParts.Of(address)!.Value.Host, host);
            Assert.Equal(AddressText.Encoded(address), address);
        }

        Assert.InRange(plain, 10_000, 90_000);
    }

    private static string Changed(string address, Random random)
    {
        for (var change = random.Next(4); change > 0; change--)
        {
            var at = random.Next(address.Length);
            address = random.Next(3) switch
            {
                0 => address.Remove(at, 1),
                1 => address.Insert(at, Letters[random.Next(Letters.Length)].ToString()),
                _ => address.Insert(at, address[random.Next(at + 1)..(at + 1)]),
            };
        }

        return address;
    }
}

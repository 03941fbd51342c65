using System.Net;
using Connector.Outgoing.Guard;

namespace Connector.Tests.Outgoing.Guard;

public sealed class AddressRulesTests
{
    [Theory]
    // First and last of each range, and its neighbours
    [InlineData("0.0.0.0", "0.255.255.255", "1.0.0.0")]
    [InlineData("10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0")]
    [InlineData("100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0")]
    [InlineData("127.0.0.0", "127.255.255.255", "126.255.255.255", "128.0.0.0")]
    [InlineData("169.254.0.0", "169.254.255.255", "169.253.255.255", "169.255.0.0")]
    [InlineData("172.16.0.0", "172.31.255.255", "172.15.255.255", "172.32.0.0")]
    [InlineData("192.0.0.0", "192.0.0.255", "191.255.255.255", "192.0.1.0")]
    [InlineData("192.0.2.0", "192.0.2.255", "192.0.1.255", "192.0.3.0")]
    [InlineData("192.88.99.0", "192.88.99.255", "192.88.98.255", "192.88.100.0")]
    [InlineData("192.168.0.0", "192.168.255.255", "192.167.255.255", "192.169.0.0")]
    [InlineData("198.18.0.0", "198.19.255.255", "198.17.255.255", "198.20.0.0")]
    [InlineData("198.51.100.0", "198.51.100.255", "198.51.99.255", "198.51.101.0")]
    [InlineData("203.0.113.0", "203.0.113.255", "203.0.112.255", "203.0.114.0")]
    [InlineData("224.0.0.0", "239.255.255.255", "223.255.255.255")]
    [InlineData("240.0.0.0", "255.255.255.255")]
    [InlineData("::", "::1")]
    [InlineData("::2", "1fff:ffff::", "2000::", "2001:200::")]
    [InlineData("64:ff9b:1::", "64:ff9b:1:ffff::", "64:ff9b::808:808")]
    [InlineData("100::", "100:0:0:1::")]
    [InlineData("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2000:ffff::", "2001:200::")]
    [InlineData("2001:db8::", "2001:db8:ffff::", "2001:db7::", "2001:db9::")]
    [InlineData("2002::", "2002:ffff::", "2001:ffff::", "2003::")]
    [InlineData("2620:4f:8000::", "2620:4f:8000:ffff::", "2620:4f:8001::")]
    [InlineData("3fff::", "3fff:fff::", "3ffe:ffff::", "3fff:1000::")]
    [InlineData("4000::", "5f00::")]
    [InlineData("fc00::", "fdff::")]
    [InlineData("fe80::", "febf::")]
    [InlineData("fec0::", "feff::")]
    [InlineData("ff00::", "ff02::1")]
    [InlineData("::ffff:0:0", "::ffff:255.255.255.255", "::ffff:8.8.8.8")]
    [InlineData("::ffff:10.0.0.1", "::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::808:808")]
    public void Only_globally_reachable_addresses_are_public(string first, string last, params string[] neighbours)
    {
        Assert.False(AddressRules.IsPublic(IPAddress.Parse(first)), first);
        Assert.False(AddressRules.IsPublic(IPAddress.Parse(last)), last);
        Assert.All(neighbours, neighbour => Assert.True(AddressRules.IsPublic(IPAddress.Parse(neighbour)), neighbour));
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("224.0.0.1")]
    [InlineData("ff02::1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("64:ff9b::169.254.169.254")]
    public void Nothing_but_its_own_range_opens_a_reserved_address(string text)
    {
        var address = IPAddress.Parse(text);
        var own = AddressRules.RangeOf(address)!.Network.ToString();

        Assert.False(new AllowList(["host", "0.0.0.0/0", "::/0"]).Permits(address, "host", 443));
        Assert.True(new AllowList([own]).Permits(address, "host", 443));
    }
}

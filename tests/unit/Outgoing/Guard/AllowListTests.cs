using Connector.Outgoing;
using Connector.Outgoing.Guard;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Outgoing.Guard;

public sealed class AllowListTests
{
    [Theory]
    [InlineData("n8n")]
    [InlineData("n8n:5678")]
    [InlineData("my_n8n")]
    [InlineData("hooks.example.com")]
    [InlineData("hooks.example.com.")]
    [InlineData("müller.example")]
    [InlineData("localhost")]
    [InlineData("192.168.1.20")]
    [InlineData("192.168.1.20:8443")]
    [InlineData("192.168.0.0/16")]
    [InlineData("172.18.0.1/16")]
    [InlineData("fd00::/8")]
    [InlineData("::1")]
    [InlineData("[::1]")]
    [InlineData("[::1]:5678")]
    public void Hosts_addresses_and_ranges_are_entries(string entry) => Assert.True(AllowListEntry.IsValid(entry));

    [Theory]
    [InlineData("*")]
    [InlineData("*.example.com")]
    [InlineData("http://n8n:5678")]
    [InlineData("n8n/webhook")]
    [InlineData("user@n8n")]
    [InlineData("n8n:")]
    [InlineData("n8n:0")]
    [InlineData("n8n:65536")]
    [InlineData("n8n:http")]
    [InlineData("a..b")]
    [InlineData("10")]
    [InlineData("10/8")]
    [InlineData("10.0/16")]
    [InlineData("10.1")]
    [InlineData("010.0.0.1")]
    [InlineData("0x7f.1")]
    [InlineData("0x7f.1:80")]
    [InlineData("256.1.1.1")]
    [InlineData("192.168.0.0/33")]
    [InlineData("192.168.0.0/")]
    [InlineData("192.168.0.0/16/16")]
    [InlineData("fd00::/129")]
    [InlineData("[::1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("::ffff:10.0.0.0/104")]
    public void Ambiguous_allow_list_entries_are_rejected(string entry)
    {
        Assert.False(AllowListEntry.IsValid(entry));
        var refused = Assert.Throws<OptionsValidationException>(
            () => ConnectorApp.Builder([$"--Connector:Network:AllowPrivateAddresses=n8n,{entry}"]));
        Assert.StartsWith(
            $"Connector:Network:AllowPrivateAddresses: \"{entry}\" is neither", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void The_setting_is_a_list_or_one_value()
    {
        Assert.Equal(["n8n", "10.0.0.0/8", "::1"], Read(("", "n8n, 10.0.0.0/8 ::1")));
        Assert.Equal(["n8n", "10.0.0.0/8"], Read((":0", "n8n"), (":1", "10.0.0.0/8")));
        Assert.Equal(["n8n", "10.0.0.0/8", "::1"], Read((":0", "n8n,10.0.0.0/8"), (":1", "::1")));
        Assert.Empty(Read());
        Assert.Empty(Read(("", " , ")));
    }

    private static IReadOnlyList<string> Read(params (string Key, string Value)[] settings)
    {
        var options = new OutgoingOptions();
        var values = settings.Select(
            setting => KeyValuePair.Create("Connector:Network:AllowPrivateAddresses" + setting.Key, (string?)setting.Value));
        options.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return options.AllowPrivateAddresses;
    }
}

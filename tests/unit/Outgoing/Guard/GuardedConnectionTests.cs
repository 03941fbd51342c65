using System.Net;
using Connector.Outgoing.Guard;

namespace Connector.Tests.Outgoing.Guard;

public sealed class GuardedConnectionTests
{
    [Theory]
    [InlineData("::1 ::2 ::3 1.1.1.1 2.2.2.2", "::1 1.1.1.1 ::2 2.2.2.2 ::3")]
    [InlineData("1.1.1.1 2.2.2.2 ::1", "1.1.1.1 ::1 2.2.2.2")]
    [InlineData("1.1.1.1 2.2.2.2", "1.1.1.1 2.2.2.2")]
    public void Addresses_of_both_IP_versions_are_tried_alternately(string found, string tried)
    {
        var addresses = GuardedConnection.Interleave([.. found.Split(' ').Select(IPAddress.Parse)]);

        Assert.Equal(tried, string.Join<IPAddress>(' ', addresses));
    }
}

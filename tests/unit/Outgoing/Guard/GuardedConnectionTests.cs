using System.Net;
using Connector.Outgoing.Guard;

namespace Connector.Tests.Outgoing.Guard;

public sealed class GuardedConnectionTests
{
    [Theory]
    [InlineData("::1 ::2 ::3 1.1.1.1 2.2.2.2", "::1 1.1.1.1 ::2 2.2.2.2 ::3")]
    [InlineData("1.1.1.1 2.2.2.2 ::1", "1.1.1.1 ::1 2.2.2.2")]
    [InlineData("1.1.1.1 2.2.2.2", "1.1.1.1 2.2.2.2")]
    public void Families_take_turns_and_the_preferred_one_begins(string found, string tried) =>
        Assert.Equal(tried, string.Join(' ', GuardedConnection.Interleave([.. found.Split(' ').Select(IPAddress.Parse)]).Select(address => address.ToString())));
}

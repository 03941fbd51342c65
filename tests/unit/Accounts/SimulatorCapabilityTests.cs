using Connector.Accounts;
using Connector.Pinterest;

namespace Connector.Tests.Accounts;

public sealed class SimulatorCapabilityTests
{
    private const string Publishing = "boards:read,boards:write,pins:read,pins:write,user_accounts:read";

    /// <remarks>An account of an older version has fewer scopes written down than the simulator grants.</remarks>
    [Theory]
    [InlineData(PinterestEnvironment.Simulator, "tokens", true)]
    [InlineData(PinterestEnvironment.Simulator, "client_credentials", true)]
    [InlineData(PinterestEnvironment.Simulator, "authorization_code", false)]
    [InlineData(PinterestEnvironment.Production, "tokens", false)]
    public void The_simulator_grants_everything_where_nobody_consents(PinterestEnvironment environment, string grantedBy, bool isAvailable)
    {
        var row = new AccountRow { Environment = environment, GrantedBy = grantedBy, Scopes = Publishing };

        var capability = AccountCapabilities.Of(row).Single(one => one.Name == AccountCapabilities.AudienceInsights);

        Assert.Equal(isAvailable, capability.Available);
    }
}

using Connector.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Pinterest;

public sealed class SecretsTests
{
    [Fact]
    public void Nothing_that_holds_a_secret_prints_it()
    {
        object[] holders =
        [
            new AppCredentials("42", "hidden"),
            new PinterestSession(PinterestEnvironment.Production, "hidden", new CountingMeter()),
            new TokenGrant { AccessToken = "hidden", RefreshToken = "hidden", Scope = "boards:read" },
            new MediaRegistration { UploadUrl = "https://example.com/?hidden", UploadParameters = new() { ["policy"] = "hidden" } },
        ];

        Assert.All(holders, holder => Assert.DoesNotContain("hidden", holder.ToString()));
    }
}

using Connector.Http;

namespace Connector.Tests.Http;

public sealed class DotSegmentsTests
{
    [Theory]
    [InlineData("/v1/boards/1/sections/..")]
    [InlineData("/v1/boards/1/sections/%2e%2e")]
    [InlineData("/v1/boards/1/sections/%2E.?account_id=acc_1")]
    [InlineData("/v1/pins/./retry")]
    [InlineData("/v1/pins/x/%2e%2e/y")]
    [InlineData("/v1/pins/x\\..")]
    [InlineData("http://127.0.0.1:5280/v1/boards/1/sections/..")]
    public void A_segment_of_dots_is_seen(string target) => Assert.True(DotSegments.AreIn(target));

    [Theory]
    [InlineData("/v1/boards/1/sections/2")]
    [InlineData("/v1/pins?cursor=..")]
    [InlineData("/v1/pins/...")]
    [InlineData("/v1/pins/a..b")]
    [InlineData("*")]
    [InlineData("")]
    public void Other_dots_are_not(string target) => Assert.False(DotSegments.AreIn(target));
}

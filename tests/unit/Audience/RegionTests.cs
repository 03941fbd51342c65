using Connector.Audience.Reading;
using Connector.Http;

namespace Connector.Tests.Audience;

public sealed class RegionTests
{
    [Theory]
    [InlineData("US", "US")]
    [InlineData("us", "US")]
    [InlineData("GB IE", "GB+IE")]
    [InlineData("ie+gb", "GB+IE")]
    [InlineData("DE, AT, CH", "DE+AT+CH")]
    public void A_region_is_countries_in_any_order(string given, string region) => Assert.Equal(region, Region.Of(given));

    [Theory]
    [InlineData(null, "must be one of US, CA")]
    [InlineData("", "must be one of US, CA")]
    [InlineData("+", "must be one of US, CA")]
    [InlineData("Germany", "must be one of US, CA")]
    [InlineData("DE+FR", "must be one of US, CA")]
    [InlineData("AT", "\"AT\" is only known as a part of DE+AT+CH.")]
    [InlineData("cl", "\"CL\" is only known as a part of MX+AR+CO+CL.")]
    public void What_is_no_region_is_refused_with_those_there_are(string? given, string words) =>
        Assert.StartsWith(words, Refused(() => Region.Of(given)), StringComparison.Ordinal);

    [Fact]
    public void Topics_are_known_in_fewer_regions() =>
        Assert.Equal("must be one of US, GB+IE, CA.", Refused(() => Region.OfTopics("DE")));

    private static string Refused(Func<string> read) =>
        Assert.Throws<ProblemException>(read).Problem.Errors!["region"][0];
}

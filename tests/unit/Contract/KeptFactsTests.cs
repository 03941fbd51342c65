using System.Text.RegularExpressions;
using Connector.Contract;
using Connector.Tests.Support;

namespace Connector.Tests.Contract;

/// <summary>The facts that are kept are about what the connector calls.</summary>
public sealed partial class KeptFactsTests
{
    private static readonly Facts Kept = KeptFacts.Read(Repository.Path("tests", "contract", "kept.json"));

    /// <remarks>
    /// Add the operation to "calls" in tests/contract/kept.json, then have its facts written:
    /// dotnet run --project tests/contract -- keep DESCRIPTION tests/contract/kept.json
    /// </remarks>
    [Fact]
    public void Every_operation_that_the_simulator_knows_is_kept() => Assert.Empty(Route()
        .Matches(File.ReadAllText(Repository.Path("sidecar", "Simulator", "Server", "PinterestRoutes.cs")))
        .Select(route => $"{route.Groups[1].Value} {route.Groups[2].Value}")
        .Except(Kept.Operations.Keys));

    [Fact]
    public void Each_has_its_rate_category() =>
        Assert.All(Kept.Operations, operation => Assert.False(string.IsNullOrEmpty(operation.Value.Rate), operation.Key));

    [Theory]
    [InlineData("POST /pins", "body title", "100")]
    [InlineData("POST /pins", "body description", "800")]
    [InlineData("POST /pins", "body alt_text", "500")]
    [InlineData("GET /boards", "query page_size", "250")]
    [InlineData("GET /terms/suggested", "query limit", "10")]
    [InlineData("GET /trends/keywords/{region}/top/{trend_type}", "query limit", "50")]
    public void The_limits_that_the_connector_checks_are_among_them(string operation, string field, string most) =>
        Assert.Equal(most, Kept.Operations[operation].Request[field].Most);

    [GeneratedRegex("On\\(\"([A-Z]+)\", \"([^\"]+)\"")]
    private static partial Regex Route();
}

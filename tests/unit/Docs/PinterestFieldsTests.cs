using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Docs;

/// <summary>Every field that Pinterest takes for a new pin is passed, or the guide says why not.</summary>
public sealed partial class PinterestFieldsTests
{
    // By the query, and what is in other versions of Pinterest's description.
    private static readonly string[] BesideTheList = ["ad_account_id", "note", "ai_disclosures"];

    /// <remarks>The list is that of Pinterest's description; OpenApiConformanceTests compares the two where the description is.</remarks>
    [Fact]
    public void The_guide_has_a_row_for_each() => Assert.Equal(
        File.ReadAllLines(Repository.Path("tests", "shared", "pinterest-pin-fields.txt")).Concat(BesideTheList).Order(),
        Rows().Select(row => row.Field).Order());

    [Fact]
    public void What_is_passed_is_a_field_of_ours_and_what_is_not_has_a_reason()
    {
        var api = JsonNode.Parse(File.ReadAllText(Repository.Path("sidecar", "openapi.json")))!;
        var ours = api["components"]!["schemas"]!["CreatePinRequest"]!["properties"]!.AsObject().Select(one => one.Key).ToHashSet();

        Assert.All(Rows(), row =>
        {
            if (row.Here.StartsWith("found out", StringComparison.Ordinal)) return;
            if (row.Here.StartsWith("not passed", StringComparison.Ordinal)) Assert.True(row.Here.Length > 12, row.Field);
            else Assert.Contains(Named().Match(row.Here).Groups[1].Value, ours);
        });
    }

    private static IEnumerable<(string Field, string Here)> Rows()
    {
        var page = File.ReadAllText(Repository.Path("sidecar", "docs", "guide", "pins-on-pinterest.md"));
        return Row().Matches(page[page.IndexOf("## Fields of a new pin", StringComparison.Ordinal)..])
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value));
    }

    [GeneratedRegex(@"^\| `([a-z_.0-9]+)` \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^`([a-z_0-9]+)`")]
    private static partial Regex Named();
}

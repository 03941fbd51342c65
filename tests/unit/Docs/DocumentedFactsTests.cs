using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Accounts;
using Connector.Assets;
using Connector.Pins;
using Connector.Tests.Support;

namespace Connector.Tests.Docs;

/// <summary>What the documents say of operations, defaults and limits is what the code does.</summary>
public sealed partial class DocumentedFactsTests
{
    private static readonly JsonNode Api = JsonNode.Parse(File.ReadAllText(Repository.Path("sidecar", "openapi.json")))!;

    public static TheoryData<string> Rules() => [.. RuleRows().Select(row => row.Name)];

    [Fact]
    public void The_table_of_operations_is_the_API()
    {
        var served = Api["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"));

        var said = DocumentedOperations.Read().Select(operation => $"{operation.Method} {operation.Path}");

        Assert.Equal(served.Order(), said.Order());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_for_an_account_has_the_default_and_the_bounds_that_its_table_says(string name)
    {
        var row = RuleRows().Single(rule => rule.Name == name);
        var property = typeof(AccountSettings).GetProperties().Single(each => JsonName(each) == name);
        var usual = Convert.ToString(property.GetValue(new AccountSettings()), CultureInfo.InvariantCulture);

        Assert.Equal(usual is null or "" ? "none" : usual, row.Default, ignoreCase: true);
        if (property.GetCustomAttributes(typeof(RangeAttribute), true) is [RangeAttribute range])
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{range.Minimum:N0} to {range.Maximum:N0}"), row.Allowed);
    }

    [Fact]
    public void Every_rule_for_an_account_is_in_its_table() => Assert.Equal(
        typeof(AccountSettings).GetProperties().Select(JsonName).Order(),
        RuleRows().Select(rule => rule.Name).Order());

    [Fact]
    public void Lengths_of_texts_are_those_of_the_guide()
    {
        string[] texts = ["title", "description", "alt_text"];
        var lengths = texts.Select(name => (int)Schema("CreatePinRequest", name)["maxLength"]!).ToArray();

        var said = $"up to {lengths[0]}, {lengths[1]} and {lengths[2]} characters";
        Assert.Contains(said, Page("guide", "publish.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_takes_as_many_pins_as_is_said()
    {
        var most = (int)Schema("CreatePinsRequest", "pins")["maxItems"]!;

        Assert.Contains($"1 to {most} pins", (string)Schema("CreatePinsRequest", "pins")["description"]!, StringComparison.Ordinal);
        Assert.Contains($"up to {most} pins", (string)Api["paths"]!["/v1/pins/batch"]!["post"]!["summary"]!, StringComparison.Ordinal);
        Assert.Contains($"publishes up to {most} pins", Page("operations.md"), StringComparison.Ordinal);
        Assert.Contains($"takes up to {most} pins", Page("guide", "publish.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_takes_as_many_pins_as_is_said()
    {
        var words = new PlanRequest { Pins = [] }.Validate(new ValidationContext(new object())).Single().ErrorMessage!;
        var most = Number().Matches(words)[1].Value;

        Assert.Contains($"1 to {most} pins", (string)Schema("PlanRequest", "pins")["description"]!, StringComparison.Ordinal);
        Assert.Contains($"up to {most} pins", (string)Api["paths"]!["/v1/plan"]!["post"]!["summary"]!, StringComparison.Ordinal);
        Assert.Contains($"when up to {most} pins", Page("operations.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_image_is_the_same_everywhere()
    {
        var megabytes = $"{RequestSizes.MaxImageBytes / 1024 / 1024} MB";

        Assert.Equal(RequestSizes.MaxImageBytes, new AssetOptions().ImageBytes);
        Assert.Contains($"at most {megabytes}", $"{Schema("CreatePinRequest", "image_base64")["description"]}", StringComparison.Ordinal);
        Assert.Contains($"up to {megabytes}", Page("guide", "publish.md"), StringComparison.Ordinal);
        Assert.Contains($"At most {megabytes} for an image", Page("checks.md"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<(string Name, string Default, string Allowed)> RuleRows() =>
    [
        .. Rule().Matches(Page("guide", "schedule-and-pace.md"))
            .Select(row => (row.Groups["name"].Value, row.Groups["default"].Value.Trim('`'), row.Groups["allowed"].Value)),
    ];

    private static string JsonName(PropertyInfo property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private static JsonNode Schema(string name, string field) => Api["components"]!["schemas"]![name]!["properties"]![field]!;

    private static string Page(params string[] path) => File.ReadAllText(Repository.Path(["sidecar", "docs", .. path]));

    [GeneratedRegex(@"^\| `(?<name>[a-z_]+)` \| (?<default>[^|]+) \| (?<allowed>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}

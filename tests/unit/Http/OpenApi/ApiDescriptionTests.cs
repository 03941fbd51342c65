using System.Text.Json.Nodes;
using Connector.Tests.Support;
using Connector.Tests.Support.OpenApi;

namespace Connector.Tests.Http.OpenApi;

/// <summary>What people who generate clients rely on; that sidecar/openapi.json is what the sidecar serves is a test of its own.</summary>
public sealed class ApiDescriptionTests
{
    private static readonly JsonNode Description = JsonNode.Parse(File.ReadAllText(Repository.Path("sidecar", "openapi.json")))!;

    private static readonly string[] Commonest =
    [
        "CreatePin", "CreatePins", "ValidatePin", "GetPin", "ListPins", "CancelPin", "ListAttempts", "ListBoards",
        "ConnectAccount", "GetRateMeter", "AddAsset", "RegisterWebhook", "GetPinMetrics", "PlanPins", "ListSeasons",
        "ListFeedIssues", "ListFeedResults", "SendItems", "ListItemResults",
    ];

    public static TheoryData<string> Examples => [.. Bodies().Where(body => body.Example is not null).Select(body => body.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_as_its_schema_says(string name)
    {
        var body = Bodies().Single(one => one.Name == name && one.Example is not null);
        var check = new SchemaCheck(Description);
        check.Check(body.Schema, body.Example, "example");

        Assert.Empty(check.Mistakes);
    }

    [Fact]
    public void The_commonest_operations_have_examples() =>
        Assert.Equal(Commonest.Order(), Bodies().Where(body => body.Example is not null).Select(body => body.Operation).Distinct().Order());

    [Fact]
    public void Every_operation_and_every_tag_is_described()
    {
        Assert.All(Operations(), operation => Assert.False(
            string.IsNullOrEmpty((string?)operation["description"]), $"{operation["operationId"]}"));
        Assert.All(
            Description["tags"]!.AsArray(), tag => Assert.False(string.IsNullOrEmpty((string?)tag!["description"]), $"{tag["name"]}"));
    }

    [Fact]
    public void Every_parameter_is_described() =>
        Assert.All(
            Operations().SelectMany(operation => operation["parameters"]?.AsArray() ?? []),
            parameter => Assert.False(string.IsNullOrEmpty((string?)parameter!["description"]), parameter.ToJsonString()));

    [Fact]
    public void Only_the_health_checks_need_no_key() =>
        Assert.Equal(
            ["Health", "Readiness"],
            Operations()
                .Where(operation => operation["security"] is JsonArray { Count: 0 })
                .Select(operation => (string)operation["operationId"]!)
                .Order());

    [Fact]
    public void Every_refusal_is_a_problem() =>
        Assert.All(
            Bodies().Where(body => body.MediaType == "application/problem+json"),
            body => Assert.Equal("#/components/schemas/Problem", (string?)body.Schema["$ref"]));

    [Theory]
    [InlineData("Pin", "status", "PinStatus")]
    [InlineData("Pin", "media_type", "PinMediaType")]
    [InlineData("WaitingFor", "code", "WaitCode")]
    [InlineData("Account", "status", "AccountStatus")]
    [InlineData("Account", "environment", "PinterestEnvironment")]
    [InlineData("ApiKey", "scopes", "Scope")]
    [InlineData("Check", "status", "CheckStatus")]
    [InlineData("Attempt", "outcome", "AttemptOutcome")]
    [InlineData("Attempt", "conclusion", "AttemptConclusion")]
    [InlineData("Event", "type", "EventType")]
    [InlineData("Delivery", "status", "DeliveryStatus")]
    [InlineData("RegisterWebhookRequest", "events", "EventType")]
    [InlineData("OrderFaultRequest", "fault", "FaultName")]
    public void A_closed_set_is_an_enumeration(string schema, string property, string enumeration)
    {
        var described = Description["components"]!["schemas"]![schema]!["properties"]![property]!;

        Assert.Contains($"\"#/components/schemas/{enumeration}\"", described.ToJsonString(), StringComparison.Ordinal);
        Assert.True(Description["components"]!["schemas"]![enumeration]!["enum"]!.AsArray().Count > 1);
    }

    private static IEnumerable<JsonNode> Operations() =>
        Description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(pair => pair.Value!);

    private static IEnumerable<Body> Bodies() =>
        from operation in Operations()
        let id = (string)operation["operationId"]!
        let answers = operation["responses"]!.AsObject().Select(answer => ($"{id} {answer.Key}", answer.Value!["content"]))
        from source in answers.Prepend(($"{id} request", operation["requestBody"]?["content"]))
        from content in source.Item2?.AsObject() ?? []
        select new Body(id, source.Item1, content.Key, content.Value!["schema"]!, content.Value["example"]);

    private sealed record Body(string Operation, string Name, string MediaType, JsonNode Schema, JsonNode? Example);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Http.OpenApi;

public sealed class ContractTests(ContractTests.Served served) : IClassFixture<ContractTests.Served>
{
    private static readonly string Kept = Repository.Path("sidecar", "openapi.json");

    /// <remarks>A change of the contract shows as a diff: UPDATE_OPENAPI=1 dotnet test tests/integration --filter ContractTests</remarks>
    [Fact]
    public async Task The_kept_description_is_the_one_served()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") is not null)
            await File.WriteAllTextAsync(Kept, served.Description.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(await File.ReadAllTextAsync(Kept)), served.Description),
            "sidecar/openapi.json is not what the sidecar serves. Look at the difference, then: UPDATE_OPENAPI=1 dotnet test "
                + "tests/integration --filter ContractTests");
    }

    [Fact]
    public void It_is_OpenAPI_3_1() => Assert.StartsWith("3.1.", (string?)served.Description["openapi"], StringComparison.Ordinal);

    [Fact]
    public void Every_operation_has_a_name_a_summary_and_a_tag() =>
        Assert.All(Operations(), operation =>
        {
            Assert.False(string.IsNullOrEmpty((string?)operation.Node["operationId"]), $"{operation.Name} has no operationId.");
            Assert.False(string.IsNullOrEmpty((string?)operation.Node["summary"]), $"{operation.Name} has no summary.");
            Assert.NotEmpty(operation.Node["tags"]!.AsArray());
        });

    [Fact]
    public void Names_on_the_wire_are_snake_case()
    {
        var names = served.Description["components"]!["schemas"]!.AsObject()
            .Where(schema => schema.Value!["properties"] is not null)
            .SelectMany(schema => schema.Value!["properties"]!.AsObject().Select(property => property.Key))
            .Concat(Operations().SelectMany(
                o => o.Node["parameters"]?.AsArray().Where(p => (string?)p!["in"] != "header").Select(p => (string)p!["name"]!) ?? []));

        Assert.All(names, name => Assert.Matches("^[a-z][a-z0-9_]*$", name));
    }

    [Fact]
    public void Every_list_names_its_items_and_every_object_its_content() =>
        Assert.All(served.Description["components"]!["schemas"]!.AsObject(), schema =>
        {
            foreach (var property in schema.Value!["properties"]?.AsObject() ?? [])
                if ((property.Value!["type"] as JsonValue)?.ToString() == "array")
                    Assert.True(property.Value["items"] is not null, $"{schema.Key}.{property.Key} says nothing of its items.");
            // JsonElement is any JSON: nothing more can be said of it.
            Assert.True(schema.Key == "JsonElement"
                || schema.Value.AsObject().Any(part => part.Key != "description"), $"{schema.Key} says nothing of itself.");
        });

    private IEnumerable<(string Name, JsonNode Node)> Operations() =>
        from path in served.Description["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select ($"{method.Key} {path.Key}", method.Value!);

    public sealed class Served : IAsyncLifetime
    {
        public JsonNode Description { get; private set; } = new JsonObject();

        public async ValueTask InitializeAsync()
        {
            await using var app = await SidecarApp.StartAsync();
            Description = await app.GetAsync("/openapi/v1.json");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

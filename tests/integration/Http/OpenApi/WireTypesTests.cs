using System.Text.Json.Nodes;
using Connector.Http;
using Connector.Http.OpenApi;
using Connector.Pins;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Connector.Tests.Http.OpenApi;

public sealed class WireTypesTests
{
    [Theory]
    [InlineData("many", "one", "checked")]
    [InlineData("checked", "many", "one")]
    [InlineData("one", "checked", "many")]
    [InlineData("many")]
    public async Task A_type_that_reads_itself_is_described_whatever_comes_first(params string[] operations)
    {
        var schemas = (await DescribeAsync(operations))["components"]!["schemas"]!;

        Assert.Equal(
            "#/components/schemas/CreatePinRequest", (string?)schemas["CreatePinsRequest"]!["properties"]!["pins"]!["items"]!["$ref"]);
        Assert.Contains("image_url", schemas["CreatePinRequest"]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.Null(schemas[nameof(ParsedPin)]);
    }

    private static async Task<JsonNode> DescribeAsync(string[] operations)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(http => Json.Apply(http.SerializerOptions));
        builder.Services.AddConnectorOpenApi();
        await using var app = builder.Build();
        foreach (var operation in operations) Map(app, operation);
        app.MapOpenApi();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
    }

    private static void Map(WebApplication app, string operation)
    {
        Delegate handler = operation switch
        {
            "many" => (CreatePinsRequest request) => Results.Ok(request),
            "one" => (CreatePinRequest request) => Results.Ok(request),
            _ => (ParsedPin request) => Results.Ok(request),
        };
        app.MapPost($"/{operation}", handler).WithName(operation).WithSummary($"Take {operation}.").WithTags("Pins");
    }
}

using System.Text.Json.Nodes;
using Connector.Tests.Support.OpenApi;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>An operation as the served description has it: what it takes, and where.</summary>
public sealed class FuzzedOperation(string method, string path, JsonObject node, SchemaCheck schemas)
{
    public string Id => (string)node["operationId"]!;

    public string Method => method.ToUpperInvariant();

    public string Path => path;

    public IReadOnlyList<string> PathNames => [.. Parameters.Where(each => each.Place == "path").Select(each => each.Name)];

    public JsonNode? BodySchema => node["requestBody"]?["content"]?["application/json"]?["schema"];

    public bool BodyIsRequired => (bool?)node["requestBody"]?["required"] == true;

    public IReadOnlyList<(string Name, string Place, JsonNode Schema)> Parameters =>
    [
        .. (node["parameters"] as JsonArray ?? []).Select(
            each => ((string)each!["name"]!, (string)each["in"]!, (JsonNode)schemas.Resolve(each["schema"]!))),
    ];

    public static IReadOnlyList<FuzzedOperation> AllOf(JsonNode description)
    {
        var schemas = new SchemaCheck(description);
        return
        [
            .. from path in description["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new FuzzedOperation(operation.Key, path.Key, operation.Value!.AsObject(), schemas),
        ];
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Connector.Tests.Support.OpenApi;

/// <summary>An OpenAPI 3.0 description that requests and answers are compared with.</summary>
public sealed class OpenApiDescription(JsonNode document)
{
    private readonly List<(string[] Segments, JsonObject Item)> _paths =
        [.. document["paths"]!.AsObject().Select(pair => (pair.Key.Split('/'), pair.Value!.AsObject()))];

    public static OpenApiDescription Parse(string yaml) => new(YamlTree.Read(new StringReader(yaml)));

    public static OpenApiDescription Load(string path)
    {
        using var file = File.OpenText(path);
        return new OpenApiDescription(YamlTree.Read(file));
    }

    /// <summary>A named schema.</summary>
    public JsonNode Schema(string name) => document["components"]!["schemas"]![name]!;

    /// <summary>What is wrong with a request: its path, its query, its body.</summary>
    public IReadOnlyList<string> CheckRequest(
        string method, string path, IReadOnlyDictionary<string, string> query, string? mediaType, JsonNode? body)
    {
        if (Find(method, path) is not { } found) return [$"{method} {path} is not described"];

        var check = new SchemaCheck(document);
        List<string> mistakes = [];
        var parameters = (found.Operation["parameters"] as JsonArray ?? []).Select(each => check.Resolve(each!)).ToList();
        foreach (var parameter in parameters)
        {
            var name = parameter["name"]!.GetValue<string>();
            var given = parameter["in"]!.GetValue<string>() switch
            {
                "path" => found.Route.GetValueOrDefault(name),
                "query" => query.GetValueOrDefault(name),
                _ => null,
            };
            if (parameter["style"]?.GetValue<string>() == "deepObject") check.Check(parameter["schema"]!, DeepObject(query, name), name);
            else if (given is not null) check.Check(parameter["schema"]!, FromText(check, parameter["schema"]!, given), name);
            else if (parameter["required"]?.GetValue<bool>() == true) mistakes.Add($"the parameter {name} is missing");
        }

        var described = parameters.Where(each => each["in"]!.GetValue<string>() == "query");
        var names = described.Select(each => each["name"]!.GetValue<string>());
        mistakes.AddRange(
            query.Keys.Select(key => key.Split('[')[0]).Except(names).Select(name => $"the query parameter {name} is not described"));
        if (found.Operation["requestBody"] is { } requestBody) CheckBody(check, mistakes, requestBody, mediaType, body);
        else if (body is not null) mistakes.Add("a body is not described");
        return [.. mistakes, .. check.Mistakes];
    }

    /// <summary>What is wrong with an answer: its status, its media type, its body.</summary>
    public IReadOnlyList<string> CheckAnswer(string method, string path, int status, string? mediaType, JsonNode? body)
    {
        if (Find(method, path) is not { } found) return [$"{method} {path} is not described"];

        var responses = found.Operation["responses"]!;
        if ((responses[status.ToString(CultureInfo.InvariantCulture)] ?? (status >= 400 ? responses["default"] : null)) is not { } response)
            return [$"an answer {status} is not described"];

        var check = new SchemaCheck(document);
        List<string> mistakes = [];
        CheckBody(check, mistakes, response, mediaType, body);
        return [.. mistakes, .. check.Mistakes];
    }

    private static void CheckBody(SchemaCheck check, List<string> mistakes, JsonNode described, string? mediaType, JsonNode? body)
    {
        var content = check.Resolve(described)["content"] as JsonObject ?? [];
        if (body is null && content.Count == 0) return;
        if (mediaType is not null && content[mediaType]?["schema"] is { } schema) check.Check(schema, body, "body");
        else mistakes.Add($"a body of type {mediaType ?? "none"} is not described");
    }

    private (JsonObject Operation, Dictionary<string, string> Route)? Find(string method, string path)
    {
        var segments = path.Split('/');
        return _paths
            .Where(entry => entry.Segments.Length == segments.Length && entry.Item.ContainsKey(method.ToLowerInvariant()))
            .Where(entry => entry.Segments.Zip(segments).All(pair => IsVariable(pair.First) || pair.First == pair.Second))
            .OrderBy(entry => entry.Segments.Count(IsVariable))
            .Select(entry => ((JsonObject, Dictionary<string, string>)?)(
                entry.Item[method.ToLowerInvariant()]!.AsObject(),
                entry.Segments.Zip(segments).Where(pair => IsVariable(pair.First)).ToDictionary(
                    pair => pair.First.Trim('{', '}'), pair => pair.Second)))
            .FirstOrDefault();
    }

    /// <summary>What names such as <c>parameters[report][feed_id]</c> stand for.</summary>
    private static JsonObject DeepObject(IReadOnlyDictionary<string, string> query, string name)
    {
        var whole = new JsonObject();
        foreach (var (key, value) in query.Where(pair => pair.Key.StartsWith(name + "[", StringComparison.Ordinal)))
        {
            var parts = key[(name.Length + 1)..].TrimEnd(']').Split("][");
            var inner = whole;
            foreach (var part in parts[..^1]) inner = (JsonObject)(inner[part] ??= new JsonObject());
            inner[parts[^1]] = value;
        }

        return whole;
    }

    private static bool IsVariable(string segment) => segment.StartsWith('{');

    private static JsonNode FromText(SchemaCheck check, JsonNode schema, string text)
    {
        var resolved = check.Resolve(schema);
        return resolved["type"]?.GetValue<string>() switch
        {
            "integer" or "number" when decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            "boolean" when bool.TryParse(text, out var flag) => JsonValue.Create(flag),
            "array" => new JsonArray([.. text.Split(',').Select(item => FromText(check, resolved["items"]!, item))]),
            _ => JsonValue.Create(text)!,
        };
    }
}

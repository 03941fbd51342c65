using System.Text.Json.Nodes;
using Connector.Tests.Support.OpenApi;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>A place in a body: the steps to it (names and indexes), and what may stand there.</summary>
public sealed record BodyField(IReadOnlyList<object> Steps, JsonNode Schema)
{
    private const string Mark = "@@here@@";

    /// <summary>The innermost name, which a refusal must say.</summary>
    public string Name => Steps.OfType<string>().Last();

    public string Text => string.Concat(Steps.Select(step => step is int index ? $"[{index}]" : $".{step}")).TrimStart('.');

    /// <summary>Every field of an object, those of a valid example from the inside too.</summary>
    public static IEnumerable<BodyField> Of(SchemaCheck schemas, JsonNode schema, JsonNode? example, params object[] steps)
    {
        var resolved = schemas.Resolve(schema);
        if (resolved["oneOf"] is JsonArray several) resolved = schemas.Resolve(several.Single(one => (string?)one!["type"] != "null")!);
        if (example is JsonArray list && list.Count > 0 && resolved["items"] is { } items)
        {
            yield return new BodyField([.. steps, 0], items);
            foreach (var inner in Of(schemas, items, list[0], [.. steps, 0])) yield return inner;
        }

        if (example is not JsonObject map) yield break;
        foreach (var (name, property) in resolved["properties"] as JsonObject ?? [])
        {
            yield return new BodyField([.. steps, name], property!);
            foreach (var inner in Of(schemas, property!, map[name], [.. steps, name])) yield return inner;
        }

        if (resolved["additionalProperties"] is JsonObject value && map.Count > 0)
            yield return new BodyField([.. steps, map.First().Key], value);
    }

    /// <summary>The body with this raw text in the field's place.</summary>
    public string With(JsonNode body, string raw)
    {
        var (root, marked) = Marked(body);
        return marked ? root.ToJsonString().Replace($"\"{Mark}\"", raw, StringComparison.Ordinal) : raw;
    }

    /// <summary>The body with the field twice.</summary>
    public string Twice(JsonNode body)
    {
        var value = At(body, Steps)?.ToJsonString() ?? "null";
        return With(body, $"{value},\"{Steps[^1]}\":{value}");
    }

    private (JsonNode Root, bool Marked) Marked(JsonNode body)
    {
        if (Steps.Count == 0) return (body, false);
        var root = body.DeepClone();
        var parent = At(root, Steps.SkipLast(1))!;
        if (Steps[^1] is int index) parent[index] = Mark;
        else parent[(string)Steps[^1]] = Mark;
        return (root, true);
    }

    private static JsonNode? At(JsonNode root, IEnumerable<object> steps) =>
        steps.Aggregate((JsonNode?)root, (node, step) => step is int index ? node![index] : node?[(string)step]);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Connector.Tests.Support.OpenApi;

/// <summary>
/// Compares a JSON value with a schema of OpenAPI 3.0 or 3.1; stricter than the standard in that a property nobody described is a mistake.
/// </summary>
public sealed class SchemaCheck(JsonNode document)
{
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    /// <summary>Another check by the same document, without the mistakes found so far.</summary>
    public SchemaCheck Anew() => new(document);

    public JsonObject Resolve(JsonNode node)
    {
        var resolved = node.AsObject();
        while (resolved["$ref"]?.GetValue<string>() is { } reference)
        {
            var target = document;
            foreach (var name in reference.Split('/').Skip(1))
                target = target[name] ?? throw new InvalidDataException($"{reference} is missing.");
            resolved = target.AsObject();
        }

        return resolved;
    }

    /// <param name="schema">What the value should be.</param>
    /// <param name="value">What it is; null for JSON's null.</param>
    /// <param name="at">Where it is, for messages.</param>
    /// <param name="isWhole">False for a part of an <c>allOf</c>, which does not know its siblings' properties.</param>
    public void Check(JsonNode schema, JsonNode? value, string at, bool isWhole = true)
    {
        if (value is null)
        {
            if (!MayBeNull(schema)) Wrong(at, "is null");
            return;
        }

        var resolved = Resolve(schema);
        CheckType(resolved, value, at);
        CheckValue(resolved, value, at);
        foreach (var part in List(resolved, "allOf")) Check(part, value, at, isWhole: false);
        if (Chosen(resolved, value, at) is { } chosen) Check(chosen, value, at, isWhole: false);
        if (value is JsonObject map) CheckProperties(resolved, map, at, isWhole);
        if (value is JsonArray list && resolved["items"] is { } items)
            foreach (var (index, item) in list.Index()) Check(items, item, $"{at}[{index}]");
    }

    /// <remarks>
    /// Next to a $ref, nullable is not standard but meant all the same. In 3.1 null is one of the types, or of the alternatives.
    /// </remarks>
    private bool MayBeNull(JsonNode schema)
    {
        var resolved = Resolve(schema);
        if ((schema["nullable"] ?? resolved["nullable"])?.GetValue<bool>() == true) return true;
        if (List(resolved, "oneOf").Any()) return List(resolved, "oneOf").Any(MayBeNull);
        return resolved["type"] is null ? resolved["enum"] is null : Types(resolved).Contains("null");
    }

    private void CheckType(JsonObject schema, JsonNode value, string at)
    {
        if (Types(schema) is { Count: > 0 } types && !types.Any(type => Fits(type, value)))
            Wrong(at, $"is a {value.GetValueKind()}, not a {string.Join(" or ", types)}");
    }

    private static List<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        { } one => [one.GetValue<string>()],
        null => [],
    };

    private static bool Fits(string type, JsonNode value)
    {
        var kind = value.GetValueKind();
        return type switch
        {
            "object" => kind == JsonValueKind.Object,
            "array" => kind == JsonValueKind.Array,
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "number" => kind == JsonValueKind.Number,
            "integer" => kind == JsonValueKind.Number && decimal.IsInteger(Number(value)),
            "null" => false,
            _ => true,
        };
    }

    private void CheckValue(JsonObject schema, JsonNode value, string at)
    {
        if (schema["enum"] is JsonArray values && !values.Any(each => JsonNode.DeepEquals(each, value)))
            Wrong(at, $"{value} is not in the enumeration");
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                var text = value.GetValue<string>();
                if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern))
                    Wrong(at, $"does not match {pattern}");
                Within(schema, "Length", text.Length, at);
                break;
            case JsonValueKind.Number:
                Within(schema, "imum", Number(value), at);
                break;
            case JsonValueKind.Array:
                Within(schema, "Items", value.AsArray().Count, at);
                break;
        }
    }

    private void Within(JsonObject schema, string what, decimal actual, string at)
    {
        if (schema[$"min{what}"] is { } least && actual < Number(least)) Wrong(at, $"{actual} is below min{what} {least}");
        if (schema[$"max{what}"] is { } most && actual > Number(most)) Wrong(at, $"{actual} is above max{what} {most}");
    }

    private void CheckProperties(JsonObject schema, JsonObject map, string at, bool isWhole)
    {
        foreach (var name in List(schema, "required").Select(name => name.GetValue<string>()).Where(name => !map.ContainsKey(name)))
            Wrong(at, $"has no {name}");

        var own = schema["properties"] as JsonObject ?? [];
        foreach (var (name, value) in map)
            if (own[name] is { } property) Check(property, value, $"{at}.{name}");

        var isClosed = schema["additionalProperties"] is JsonValue open && !open.GetValue<bool>();
        var known = isClosed ? own.Select(pair => pair.Key).ToHashSet() : Described(schema, map);
        if (!isWhole && !isClosed && schema["additionalProperties"] is not JsonObject) return;

        foreach (var (name, value) in map.Where(pair => !known.Contains(pair.Key)))
        {
            if (schema["additionalProperties"] is JsonObject other) Check(other, value, $"{at}.{name}");
            else if (isClosed || (known.Count > 0 && schema["additionalProperties"] is null))
                Wrong(at, $"has {name}, which nobody described");
        }
    }

    private HashSet<string> Described(JsonNode node, JsonObject map)
    {
        var schema = Resolve(node);
        HashSet<string> names = [.. (schema["properties"] as JsonObject ?? []).Select(pair => pair.Key)];
        foreach (var part in List(schema, "allOf")) names.UnionWith(Described(part, map));
        if (Chosen(schema, map, null) is { } chosen) names.UnionWith(Described(chosen, map));
        return names;
    }

    /// <summary>By the discriminator, else the first alternative without a mistake.</summary>
    private JsonNode? Chosen(JsonObject schema, JsonNode value, string? at)
    {
        if (schema["discriminator"] is JsonObject discriminator
            && (value as JsonObject)?[discriminator["propertyName"]!.GetValue<string>()]?.GetValue<string>() is { } kind)
        {
            if (discriminator["mapping"]?[kind] is { } target) return new JsonObject { ["$ref"] = target.GetValue<string>() };
            if (at is not null) Wrong(at, $"{kind} is not a kind that was described");
            return null;
        }

        var alternatives = List(schema, "oneOf").Concat(List(schema, "anyOf")).ToList();
        var fitting = alternatives.Find(alternative =>
        {
            var attempt = new SchemaCheck(document);
            attempt.Check(alternative, value, "", isWhole: false);
            return attempt.Mistakes.Count == 0;
        });
        if (fitting is null && alternatives.Count > 0 && at is not null) Wrong(at, "fits no alternative");
        return fitting;
    }

    private static IEnumerable<JsonNode> List(JsonObject schema, string name) => (schema[name] as JsonArray)?.OfType<JsonNode>() ?? [];

    private static decimal Number(JsonNode value) =>
        decimal.Parse(value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    private void Wrong(string at, string what) => _mistakes.Add($"{at} {what}");
}

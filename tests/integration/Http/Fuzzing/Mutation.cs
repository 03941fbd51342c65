using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support.OpenApi;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>A value that somebody may send by mistake or on purpose.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Raw">As it is sent: JSON for a field of a body, encoded text for a parameter.</param>
/// <param name="IsWrong">Whether it must be refused; a text that the description allows may be refused for what it means.</param>
public sealed record Mutation(string Kind, string Raw, bool IsWrong)
{
    private const string TooDeep = "nested too deeply", NotJson = "not JSON", Empty = "empty text";

    private const int VeryLong = 100_000, Deep = 100;

    /// <summary>Whether the serializer gets as far as the field: a refusal before that cannot name it.</summary>
    public bool IsReadable => Kind is not (TooDeep or NotJson);

    public static IEnumerable<Mutation> OfJson(SchemaCheck schemas, JsonNode schema, JsonNode? example)
    {
        var type = Constraints(schemas, schema);
        var kind = Kinds(type);
        var values = new List<(string Kind, string Raw)>
        {
            ("null", "null"), ("wrong type: number", "5"), ("wrong type: text", "\"x\""), ("wrong type: boolean", "true"),
            (Empty, "\"\""), ("empty list", "[]"), ("empty object", "{}"), ("list", "[1]"), ("list of null", "[null]"),
            ("object", "{\"a\":1}"), ("too small by one", Number(type["minimum"], -1) ?? "-1"),
            ("too large by one", Number(type["maximum"], 1) ?? "1000000000"), ("fraction", "0.5"),
            ("too long by one", JsonSerializer.Serialize(new string('x', ((int?)type["maxLength"] ?? VeryLong) + 1))),
        };
        // A flag that is set would have a picture or a page fetched.
        if (kind.Contains("boolean")) values.RemoveAll(value => value.Raw == "true");
        if ((int?)type["maxItems"] is { } most && example is JsonArray { Count: > 0 } list)
            values.Add(("too many by one", $"[{string.Join(',', Enumerable.Repeat(list[0]?.ToJsonString() ?? "null", most + 1))}]"));
        // An empty text in an optional field counts as left out.
        foreach (var (name, raw) in values) yield return new Mutation(name, raw, name != Empty && !IsAllowed(schemas, schema, raw));

        var always = new (string Kind, string Raw)[]
        {
            ("NUL", "\"a\\u0000b\""), ("lone surrogate", "\"a\\ud800b\""), ("lone low surrogate", "\"\\udc00\""),
            ("huge number", "1e400"), ("long number", new string('9', 40)), (NotJson, "nul"),
            (TooDeep, new string('[', Deep) + new string(']', Deep)),
            (TooDeep, string.Concat(Enumerable.Repeat("{\"a\":", Deep)) + "1" + new string('}', Deep)),
        };
        foreach (var (name, raw) in always) yield return new Mutation(name, raw, IsWrong: true);
    }

    public static IEnumerable<Mutation> OfText(JsonNode schema)
    {
        var values = new List<string>
        {
            "", "x", "null", "true", "-1", "0.5", "1e400", new('9', 40), "[]", "%5B1%5D", "%7B%7D", "%ED%A0%80", "%F0%9F%8C%B7", "%27--",
            new('x', Math.Min(((int?)schema["maxLength"] ?? 3000) + 1, 6000)),
        };
        if (Number(schema["maximum"], 1) is { } more) values.Add(more);
        if (Number(schema["minimum"], -1) is { } less) values.Add(less);
        foreach (var value in values) yield return new Mutation("text", value, !IsAllowed(schema, Uri.UnescapeDataString(value)));
        yield return new Mutation("NUL", "a%00b", IsWrong: true);
    }

    private static bool IsAllowed(JsonNode schema, string text) => (string?)schema["type"] switch
    {
        _ when text.Length == 0 => true,
        "integer" => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && InRange(schema, number),
        "boolean" => bool.TryParse(text, out _),
        "string" when schema["enum"] is JsonArray values => values.Any(value => (string?)value == text),
        _ => text.Length <= ((int?)schema["maxLength"] ?? int.MaxValue),
    };

    private static bool InRange(JsonNode schema, int number) =>
        number >= ((int?)Decimal(schema["minimum"]) ?? int.MinValue) && number <= ((int?)Decimal(schema["maximum"]) ?? int.MaxValue);

    private static bool IsAllowed(SchemaCheck schemas, JsonNode schema, string raw)
    {
        var check = schemas.Anew();
        check.Check(schema, JsonNode.Parse(raw), "");
        return check.Mistakes.Count == 0;
    }

    private static JsonObject Constraints(SchemaCheck schemas, JsonNode schema)
    {
        var resolved = schemas.Resolve(schema);
        return resolved["oneOf"] is JsonArray several
            ? schemas.Resolve(several.Single(one => (string?)one!["type"] != "null")!)
            : resolved;
    }

    private static List<string> Kinds(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(one => (string)one!)],
        { } one => [(string)one!],
        null => [],
    };

    private static string? Number(JsonNode? bound, decimal more) =>
        Decimal(bound) is { } number ? (number + more).ToString(CultureInfo.InvariantCulture) : null;

    private static decimal? Decimal(JsonNode? number) =>
        number is null ? null : decimal.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}

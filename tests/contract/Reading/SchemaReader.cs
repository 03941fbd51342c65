using System.Globalization;
using Microsoft.OpenApi;

namespace Connector.Contract.Reading;

/// <summary>Flattens a schema into its fields; what is one of several has the fields of each.</summary>
internal static class SchemaReader
{
    public static IEnumerable<KeyValuePair<string, FieldFacts>> Fields(string at, IOpenApiSchema schema, bool isRequired, int deepest)
    {
        var parts = Parts(schema, deepest).ToList();
        var properties = parts.SelectMany(part => part.Properties ?? new Dictionary<string, IOpenApiSchema>()).ToList();
        if (at is not ("body" or "answer") || properties.Count == 0) yield return new(at, Fact(parts, isRequired));
        if (deepest == 0) yield break;

        var required = parts.SelectMany(part => part.Required ?? new HashSet<string>()).ToHashSet();
        foreach (var (name, property) in properties)
            foreach (var field in Fields(Below(at, name), property, required.Contains(name), deepest - 1))
                yield return field;
        foreach (var item in parts.Select(part => part.Items).OfType<IOpenApiSchema>())
            foreach (var field in Fields($"{at}[]", item, isRequired: false, deepest - 1))
                yield return field;
    }

    private static string Below(string at, string name) => at is "body" ? $"body {name}" : at is "answer" ? name : $"{at}.{name}";

    /// <summary>The schema itself and all that it is made of.</summary>
    private static IEnumerable<IOpenApiSchema> Parts(IOpenApiSchema schema, int deepest)
    {
        yield return schema;
        if (deepest == 0) yield break;

        foreach (var part in (schema.AllOf ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? []))
            foreach (var inner in Parts(part, deepest - 1))
                yield return inner;
    }

    private static FieldFacts Fact(List<IOpenApiSchema> parts, bool isRequired) => new()
    {
        Type = First(parts, part => part.Type is { } type ? Words(type) : null),
        Required = isRequired,
        Least = First(parts, part => Number(part.MinLength) ?? Number(part.MinItems) ?? part.Minimum),
        Most = First(parts, part => Number(part.MaxLength) ?? Number(part.MaxItems) ?? part.Maximum),
        Pattern = First(parts, part => part.Pattern),
        Values =
        [
            .. parts.SelectMany(part => part.Enum ?? []).Where(value => value is not null).Select(value => $"{value}").Distinct()
                .Order(StringComparer.Ordinal),
        ],
    };

    private static string? First(List<IOpenApiSchema> parts, Func<IOpenApiSchema, string?> take) =>
        parts.Select(take).FirstOrDefault(value => value is not null);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Words(JsonSchemaType type) =>
        string.Join(" or ", type.ToIdentifiers().Order(StringComparer.Ordinal));
}

using Microsoft.OpenApi;

namespace Connector.Contract.Reading;

/// <summary>Takes out of an operation what concerns the connector.</summary>
internal static class OperationReader
{
    // Of an answer only so much is read here; what is deeper is passed on as it comes.
    private const int DeepestAnswer = 4, DeepestRequest = 6;

    public static OperationFacts Of(IOpenApiPathItem path, OpenApiOperation operation, OpenApiDocument document) => new()
    {
        Rate = Extension(operation, "x-ratelimit-category"),
        Sandbox = Extension(operation, "x-sandbox"),
        Deprecated = operation.Deprecated,
        Access = [.. (operation.Security ?? document.Security ?? []).Select(Text).Order(StringComparer.Ordinal)],
        Request = Sorted(Parameters(path, operation).Concat(Body(operation))),
        Answer = Sorted(Answers(operation)),
    };

    private static IEnumerable<KeyValuePair<string, FieldFacts>> Parameters(IOpenApiPathItem path, OpenApiOperation operation) =>
        from parameter in (path.Parameters ?? []).Concat(operation.Parameters ?? [])
        where parameter.Schema is not null
        from field in SchemaReader.Fields(
            $"{parameter.In?.ToString().ToLowerInvariant()} {parameter.Name}", parameter.Schema!, parameter.Required, DeepestRequest)
        select field;

    private static IEnumerable<KeyValuePair<string, FieldFacts>> Body(OpenApiOperation operation) =>
        operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema is { } schema
            ? SchemaReader.Fields("body", schema, operation.RequestBody.Required, DeepestRequest)
            : [];

    private static IEnumerable<KeyValuePair<string, FieldFacts>> Answers(OpenApiOperation operation) =>
        from answer in operation.Responses ?? []
        where answer.Key.StartsWith('2')
        let schema = answer.Value.Content?.Values.FirstOrDefault()?.Schema
        where schema is not null
        from field in SchemaReader.Fields("answer", schema, isRequired: false, DeepestAnswer)
        select field;

    private static string Text(OpenApiSecurityRequirement requirement) =>
        string.Join(" and ", requirement.Select(scheme => $"{scheme.Key.Reference.Id}: {string.Join(' ', scheme.Value.Order())}"));

    private static string? Extension(OpenApiOperation operation, string name) =>
        operation.Extensions?.TryGetValue(name, out var value) == true && value is JsonNodeExtension { Node: { } node } ? $"{node}" : null;

    // Two answers, or a parameter of the path and of the operation, may say the same field: the last counts.
    private static Dictionary<string, FieldFacts> Sorted(IEnumerable<KeyValuePair<string, FieldFacts>> fields) => fields
        .GroupBy(field => field.Key)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last().Value);
}

using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>Answers write every field, null or not, apart from those that are left out when null: all others are required.</summary>
internal static class AnswerFields
{
    public static Task Require(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var operations = document.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        var asked = Reached(operations.SelectMany(operation => operation.RequestBody?.Content?.Values ?? []));
        var answered = Reached(
            operations.SelectMany(operation => operation.Responses!.Values).SelectMany(response => response.Content?.Values ?? []));
        foreach (var schema in answered.Except(asked).OfType<OpenApiSchema>())
            if (ClrTypes.Of(schema) is { } type)
                schema.Required = type.Properties
                    .Where(property => property is { Get: not null, IsExtensionData: false, AttributeProvider: { } member }
                        && !member.IsDefined(typeof(JsonIgnoreAttribute), true))
                    .Select(property => property.Name).Where(name => schema.Properties?.ContainsKey(name) == true).ToHashSet();
        return Task.CompletedTask;
    }

    private static HashSet<IOpenApiSchema> Reached(IEnumerable<OpenApiMediaType> bodies)
    {
        var reached = new HashSet<IOpenApiSchema>();
        foreach (var body in bodies) Visit(body.Schema);
        return reached;

        void Visit(IOpenApiSchema? schema)
        {
            var actual = schema is OpenApiSchemaReference reference ? reference.RecursiveTarget : schema;
            if (actual is null || !reached.Add(actual)) return;

            Visit(actual.Items);
            Visit(actual.AdditionalProperties);
            foreach (var part in actual.Properties?.Values ?? []) Visit(part);
            foreach (var part in (actual.OneOf ?? []).Concat(actual.AnyOf ?? []).Concat(actual.AllOf ?? [])) Visit(part);
        }
    }
}

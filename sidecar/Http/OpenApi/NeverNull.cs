using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>Says of a field that it is never null, though its type could be: it must be given, or it is left out instead.</summary>
internal static class NeverNull
{
    public static Task Write(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        foreach (var schema in document.Components!.Schemas!.Values.OfType<OpenApiSchema>())
            foreach (var name in ClrTypes.Of(schema)?.Properties.Where(IsNeverNull).Select(property => property.Name) ?? [])
                if (schema.Properties!.TryGetValue(name, out var nullable)) schema.Properties[name] = WithoutNull(nullable);
        return Task.CompletedTask;
    }

    private static bool IsNeverNull(JsonPropertyInfo property) => property.AttributeProvider is { } member
        && (member.IsDefined(typeof(RequiredAttribute), true) || member.IsDefined(typeof(JsonIgnoreAttribute), true));

    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema { Type: { } type } simple) simple.Type = type & ~JsonSchemaType.Null;
        return schema.OneOf is [{ Type: JsonSchemaType.Null }, var other] ? other : schema;
    }
}

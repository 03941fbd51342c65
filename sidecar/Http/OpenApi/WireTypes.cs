using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>Shows a type as another one where JSON has that one's fields; both have one name, so their order makes no difference.</summary>
internal static class WireTypes
{
    private const string Problem = "Problem";

    public static string? IdOf(JsonTypeInfo type) => OtherOf(type.Type) switch
    {
        null => OpenApiOptions.CreateDefaultSchemaReferenceId(type),
        var other when other == typeof(ProblemBody) => Problem,
        var other => OpenApiOptions.CreateDefaultSchemaReferenceId(type.Options.GetTypeInfo(other)),
    };

    public static async Task CopyAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (OtherOf(context.JsonTypeInfo.Type) is not { } type) return;

        var other = await context.GetOrCreateSchemaAsync(type, null, cancellation);
        (schema.Type, schema.Properties, schema.Required, schema.Description) =
            (other.Type, other.Properties, other.Required, other.Description);
        (schema.AdditionalPropertiesAllowed, schema.AdditionalProperties) = (other.AdditionalPropertiesAllowed, other.AdditionalProperties);
        ClrTypes.Copy(other, schema);
    }

    /// <summary>A list of such a type says nothing of its items by itself.</summary>
    public static async Task NameItemsAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        foreach (var schema in document.Components!.Schemas!.Values.ToList())
            foreach (var property in ClrTypes.Of(schema)?.Properties ?? [])
                if (ElementOf(property) is { } element && schema.Properties![property.Name] is OpenApiSchema list)
                    list.Items = await ReferenceAsync(element, document, context, cancellation);
    }

    private static JsonTypeInfo? ElementOf(JsonPropertyInfo property) =>
        property.Options.GetTypeInfo(property.PropertyType).ElementType is { } element && OtherOf(element) is not null
            ? property.Options.GetTypeInfo(element)
            : null;

    private static async Task<OpenApiSchemaReference> ReferenceAsync(
        JsonTypeInfo type, OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        var id = IdOf(type)!;
        if (!document.Components!.Schemas!.ContainsKey(id))
            document.AddComponent(id, await context.GetOrCreateSchemaAsync(type.Type, null, cancellation));
        return new OpenApiSchemaReference(id, document);
    }

    private static Type? OtherOf(Type type) =>
        type == typeof(ProblemDetails) ? typeof(ProblemBody) : type.GetCustomAttribute<OnTheWireAttribute>()?.Type;
}

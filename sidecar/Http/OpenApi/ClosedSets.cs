using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>Makes enumerations of the texts that can be only one of a few, each with a name of its own.</summary>
internal static class ClosedSets
{
    public static Task Name(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        foreach (var schema in document.Components!.Schemas!.Values.OfType<OpenApiSchema>().ToList())
            foreach (var property in ClrTypes.Of(schema)?.Properties ?? [])
                if (SetOf(property) is { } set && schema.Properties!.TryGetValue(property.Name, out var old))
                    schema.Properties[property.Name] = Closed(old, set, document);
        return Task.CompletedTask;
    }

    /// <summary>What a property or a parameter is limited to; null when it is free.</summary>
    public static OneOfAttribute? SetOf(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(OneOfAttribute), true) is [OneOfAttribute set, ..] ? set : null;

    /// <summary>The name of an enumeration, and the enumeration in the document.</summary>
    public static OpenApiSchemaReference Reference(OneOfAttribute set, OpenApiDocument document, string? description = null)
    {
        document.AddComponent(set.Name, new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. set.Values.Select(value => (JsonNode)value)],
        });
        return new OpenApiSchemaReference(set.Name, document) { Description = description };
    }

    private static OneOfAttribute? SetOf(JsonPropertyInfo property)
    {
        if (property.AttributeProvider is not { } member) return null;
        if (SetOf(member) is { } set) return set;
        return member.GetCustomAttributes(typeof(AllowedValuesAttribute), true) is [AllowedValuesAttribute allowed, ..]
            ? Named(property, allowed)
            : null;
    }

    private static OneOfAttribute Named(JsonPropertyInfo property, AllowedValuesAttribute allowed) =>
        new(property.DeclaringType.Name + char.ToUpperInvariant(property.Name[0]) + property.Name[1..],
            [.. allowed.Values.OfType<string>()]);

    private static IOpenApiSchema Closed(IOpenApiSchema old, OneOfAttribute set, OpenApiDocument document)
    {
        if (old is OpenApiSchema { Items: not null } list)
        {
            list.Items = Reference(set, document);
            return list;
        }

        var reference = Reference(set, document, old.Description);
        if (old.Type?.HasFlag(JsonSchemaType.Null) != true) return reference;
        return new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, reference] };
    }
}

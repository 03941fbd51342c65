using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>Remembers which type a schema describes, for what can be said only when all schemas are there.</summary>
internal static class ClrTypes
{
    private const string Key = "connector-type";

    public static Task Remember(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Kind != JsonTypeInfoKind.Object) return Task.CompletedTask;
        schema.Metadata ??= new Dictionary<string, object>();
        schema.Metadata.TryAdd(Key, context.JsonTypeInfo);
        return Task.CompletedTask;
    }

    public static void Copy(OpenApiSchema from, OpenApiSchema to)
    {
        if (Of(from) is not { } type) return;
        to.Metadata ??= new Dictionary<string, object>();
        to.Metadata[Key] = type;
    }

    public static JsonTypeInfo? Of(IOpenApiSchema schema) =>
        schema is OpenApiSchema { Metadata: { } known } && known.TryGetValue(Key, out var type) ? (JsonTypeInfo)type : null;
}

using System.Reflection;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>The API's own description at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    public static void AddConnectorOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(Describe);
        options.AddOperationTransformer(OperationParameters.DescribeAsync);
        options.AddSchemaTransformer(Times);
        options.AddSchemaTransformer(FurtherFields);
        options.AddSchemaTransformer(AsOther);
    });

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Pinterest Connector",
            Version = "1",
            Description = "Publish to Pinterest without duplicates and under its limits. Errors are RFC 9457 problem details with code, remediation and request_id.",
        };
        // Where the document is read from is where the API is.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["ApiKey"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key (pck_…); X-API-Key works as well, and Basic with the key as the password." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("ApiKey", document)] = [] }];
        return Task.CompletedTask;
    }

    // A converter of our own hides from the generator that times are date-time strings.
    private static Task Times(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
        {
            schema.Type = type == typeof(DateTimeOffset) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        return Task.CompletedTask;
    }

    // What a converter reads, the generator does not see.
    private static async Task AsOther(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.ElementType?.GetCustomAttribute<OnTheWireAttribute>() is { } element) schema.Items = new OpenApiSchemaReference(element.Type.Name, context.Document);
        if (context.JsonTypeInfo.Type.GetCustomAttribute<OnTheWireAttribute>() is not { } wire) return;
        var other = await context.GetOrCreateSchemaAsync(wire.Type, null, cancellation);
        (schema.Type, schema.Properties, schema.Required, schema.AdditionalPropertiesAllowed) = (other.Type, other.Properties, other.Required, other.AdditionalPropertiesAllowed);
    }

    // Requests take no unknown fields, but what we hand on from Pinterest, metrics by name, and problems have more than their types say.
    private static Task FurtherFields(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Properties.Any(property => property.IsExtensionData)) schema.AdditionalPropertiesAllowed = true;
        return Task.CompletedTask;
    }
}

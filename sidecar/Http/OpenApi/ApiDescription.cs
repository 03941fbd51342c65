using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>The API's own description at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    public static void AddConnectorOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.CreateSchemaReferenceId = WireTypes.IdOf;
        options.AddOperationTransformer(OperationParameters.DescribeAsync);
        options.AddOperationTransformer(ParameterTexts.Fill);
        options.AddOperationTransformer(OperationTexts.Write);
        options.AddOperationTransformer(OperationExamples.Add);
        options.AddSchemaTransformer(WireTypes.CopyAsync);
        options.AddSchemaTransformer(ClrTypes.Remember);
        options.AddSchemaTransformer(Times);
        options.AddSchemaTransformer(Enumerations);
        options.AddSchemaTransformer(FurtherFields);
        options.AddDocumentTransformer(DocumentFacts.Write);
        options.AddDocumentTransformer(WireTypes.NameItemsAsync);
        options.AddDocumentTransformer(AnswerFields.Require);
        options.AddDocumentTransformer(NeverNull.Write);
        options.AddDocumentTransformer(ClosedSets.Name);
    });

    // The generator lists the names of an enumeration and does not say that they are text, which NSwag needs to know.
    private static Task Enumerations(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type.IsEnum) schema.Type = JsonSchemaType.String;
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

    // Requests take no unknown fields, but what we hand on from Pinterest, metrics by name, and problems have more than their types say.
    private static Task FurtherFields(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (!context.JsonTypeInfo.Properties.Any(property => property.IsExtensionData)) return Task.CompletedTask;
        schema.AdditionalPropertiesAllowed = true;
        schema.AdditionalProperties = new OpenApiSchema();
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Imports;

/// <summary>Describes the three bodies that <c>POST /v1/imports</c> takes, which no parameter of its handler shows.</summary>
internal static class ImportBodies
{
    public static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var text = new OpenApiSchema { Type = JsonSchemaType.String };
        var bytes = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The file is the last part: fields after it are refused.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["account_id"] = text,
                ["format"] = text,
                ["board"] = text,
                ["dry_run"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
                ["name"] = text,
                ["map"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "An ImportMapping as JSON. It stands before file.",
                },
                ["idempotency_key"] = text,
                ["file"] = bytes,
            },
            Required = new HashSet<string> { "file" },
        };
        var url = await context.GetOrCreateSchemaAsync(typeof(FetchImportRequest), null, cancellation);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new() { Schema = form },
                ["application/json"] = new() { Schema = url },
                ["text/csv"] = new() { Schema = bytes },
                ["application/octet-stream"] = new() { Schema = bytes },
            },
        };
    }
}

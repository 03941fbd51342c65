using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Assets;

/// <summary>Describes the three bodies that <c>POST /v1/assets</c> takes, which no parameter of its handler shows.</summary>
internal static class AssetBodies
{
    public static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var bytes = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = bytes },
            Required = new HashSet<string> { "file" },
        };
        var url = await context.GetOrCreateSchemaAsync(typeof(FetchAssetRequest), null, cancellation);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new() { Schema = form },
                ["application/json"] = new() { Schema = url },
                ["application/octet-stream"] = new() { Schema = bytes },
            },
        };
    }
}

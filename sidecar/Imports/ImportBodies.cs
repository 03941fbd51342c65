using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Imports;

/// <summary>Describes the three bodies that <c>POST /v1/imports</c> takes, which no parameter of its handler shows.</summary>
internal static class ImportBodies
{
    public static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var url = await context.GetOrCreateSchemaAsync(typeof(FetchImportRequest), null, cancellation);
        // As it is described for the account's own mapping, and not once more in here.
        url.Properties!["map"] = new OpenApiSchema
        {
            OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, new OpenApiSchemaReference(nameof(ImportMapping), context.Document)],
            Description = "What is which in the file, instead of the account's mapping.",
        };
        var bytes = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new() { Schema = Form() },
                ["application/json"] = new() { Schema = url },
                ["text/csv"] = new() { Schema = bytes },
                ["application/octet-stream"] = new() { Schema = bytes },
            },
        };
    }

    // What the address can say too is not listed again: a client that is generated would have two parameters of one name.
    private static OpenApiSchema Form() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "The file is the last part: fields after it are refused. Before it may stand account_id, format, board, dry_run, "
            + "event_date, lead_days, spread and name too, which count before those of the address.",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["map"] = Field("An ImportMapping as JSON, instead of the account's."),
            ["idempotency_key"] = Field("The same key with the same file gives the same import of the account."),
            ["file"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "binary",
                Description = "The table or feed, also packed with gzip; the last part.",
            },
        },
        Required = new HashSet<string> { "file" },
    };

    private static OpenApiSchema Field(string description) => new() { Type = JsonSchemaType.String, Description = description };
}

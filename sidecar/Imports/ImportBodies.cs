using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Imports;

/// <summary>Describes the three bodies that <c>POST /v1/imports</c> takes, which no parameter of its handler shows.</summary>
internal static class ImportBodies
{
    private static readonly string[] TextFields = ["account_id", "format", "board", "name", "idempotency_key"];

    public static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var url = await context.GetOrCreateSchemaAsync(typeof(FetchImportRequest), null, cancellation);
        var fields = url.Properties!;
        // As it is described for the account's own mapping, and not once more in here.
        fields["map"] = new OpenApiSchema
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
                ["multipart/form-data"] = new() { Schema = Form(fields) },
                ["application/json"] = new() { Schema = url },
                ["text/csv"] = new() { Schema = bytes },
                ["application/octet-stream"] = new() { Schema = bytes },
            },
        };
    }

    private static OpenApiSchema Form(IDictionary<string, IOpenApiSchema> fields)
    {
        var form = TextFields.ToDictionary<string, string, IOpenApiSchema>(
            name => name, name => Field(JsonSchemaType.String, fields[name].Description!));
        form["dry_run"] = Field(JsonSchemaType.Boolean, fields["dry_run"].Description!);
        form["map"] = Field(JsonSchemaType.String, "An ImportMapping as JSON, instead of the account's. It stands before file.");
        form["file"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Format = "binary",
            Description = "The table or feed, also packed with gzip; the last part.",
        };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The file is the last part: fields after it are refused.",
            Properties = form,
            Required = new HashSet<string> { "file" },
        };
    }

    private static OpenApiSchema Field(JsonSchemaType type, string description) => new() { Type = type, Description = description };
}

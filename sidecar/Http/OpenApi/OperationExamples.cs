using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>
/// Puts the examples of the folder Examples into the description: a file for each operation, with its request and its answers by status.
/// </summary>
internal static class OperationExamples
{
    private const string Folder = "Connector.Http.OpenApi.Examples.";

    public static Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        using var file = typeof(OperationExamples).Assembly.GetManifestResourceStream($"{Folder}{operation.OperationId}.json");
        if (file is null) return Task.CompletedTask;

        var examples = JsonNode.Parse(file)!;
        if (examples["request"] is { } request) Put(operation.RequestBody?.Content, request);
        foreach (var (status, answer) in examples["answers"]!.AsObject()) Put(operation.Responses![status].Content, answer!);
        return Task.CompletedTask;
    }

    private static void Put(IDictionary<string, OpenApiMediaType>? bodies, JsonNode example) =>
        bodies!["application/json"].Example = example.DeepClone();
}

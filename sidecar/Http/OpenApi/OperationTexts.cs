using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Http.OpenApi;

/// <summary>Writes what an operation does, in short and in full, and which key it needs.</summary>
internal static class OperationTexts
{
    public const string ApiKey = "ApiKey";

    private static readonly string[] Ends = [": ", "; ", ". "];

    public static Task Write(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var scope = ScopeOf(context.Description.ActionDescriptor.EndpointMetadata);
        var text = operation.Summary ?? throw new InvalidOperationException($"{operation.OperationId} has no summary.");
        operation.Summary = Short(text);
        operation.Description = $"{text} {(scope is null ? "No API key is needed." : $"The API key needs the scope {scope}.")}";
        operation.Security = scope is null
            ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiKey, context.Document)] = [] }];
        // A table as CSV, or a report as Markdown, is the text and not the object that JSON shows.
        foreach (var answer in operation.Responses!.Values)
            foreach (var form in (string[])["text/csv", "text/markdown"])
                if (answer.Content?.TryGetValue(form, out var content) == true)
                    content.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        return Task.CompletedTask;
    }

    private static string? ScopeOf(IEnumerable<object> metadata) =>
        metadata.OfType<IAuthorizeData>().Select(data => data.Policy).FirstOrDefault(policy => Scope.All.Contains(policy));

    private static string Short(string text)
    {
        var end = Ends.Select(mark => text.IndexOf(mark, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(text.Length).Min();
        return text[..end].TrimEnd('.');
    }
}

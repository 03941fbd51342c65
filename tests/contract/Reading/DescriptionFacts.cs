using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Connector.Contract.Reading;

/// <summary>Reads a description of Pinterest's API, in YAML or JSON.</summary>
internal static class DescriptionFacts
{
    public static async Task<Facts> ReadAsync(string path, IReadOnlyList<string> calls)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        await using var file = File.OpenRead(path);
        // The reader takes a whole document from memory.
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        bytes.Position = 0;
        return Of(await LoadAsync(bytes, path, settings), calls);
    }

    private static async Task<OpenApiDocument> LoadAsync(MemoryStream bytes, string path, OpenApiReaderSettings settings)
    {
        var format = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? OpenApiConstants.Json : OpenApiConstants.Yaml;
        try
        {
            var read = await OpenApiDocument.LoadAsync(bytes, format, settings);
            return read.Document is { Paths.Count: > 0 } document
                ? document
                : throw new InvalidDataException($"{path} is no description of an API: it has no paths.");
        }
        catch (Exception error) when (error is not (InvalidDataException or IOException))
        {
            throw new InvalidDataException($"{path} is no description of an API: {error.Message}", error);
        }
    }

    private static Facts Of(OpenApiDocument document, IReadOnlyList<string> calls)
    {
        var all = document.Paths
            .SelectMany(path => (path.Value.Operations ?? []).Select(operation =>
                (Name: $"{operation.Key.Method.ToUpperInvariant()} {path.Key}", Path: path.Value, Operation: operation.Value)))
            .ToList();
        return new Facts
        {
            Version = document.Info?.Version ?? "?",
            Calls = calls,
            Operations = all.Where(each => calls.Contains(each.Name))
                .OrderBy(each => each.Name, StringComparer.Ordinal)
                .ToDictionary(each => each.Name, each => OperationReader.Of(each.Path, each.Operation, document)),
            Others = [.. all.Select(each => each.Name).Except(calls).Order(StringComparer.Ordinal)],
        };
    }
}

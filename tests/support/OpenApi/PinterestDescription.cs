namespace Connector.Tests.Support.OpenApi;

/// <summary>Pinterest's own description of its API, which is not ours to ship: it is used where somebody has put it.</summary>
public static class PinterestDescription
{
    public const string HowToGetIt =
        "Pinterest's API description is not here: take v5/openapi.yaml of version 5.23.0 from github.com/pinterest/api-description, save "
            + "it as openapi-5.23.0.yaml beside Connector.sln, or name its path in PINTEREST_OPENAPI.";

    private const string FileName = "openapi-5.23.0.yaml";
    private static readonly Lazy<OpenApiDescription?> Loaded = new(
        () => Places().FirstOrDefault(File.Exists) is { } path ? OpenApiDescription.Load(path) : null);

    /// <summary>Null when it is not there; read once, since that takes a while.</summary>
    public static OpenApiDescription? Find() => Loaded.Value;

    private static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable("PINTEREST_OPENAPI") is { Length: > 0 } given) yield return given;

        yield return Repository.Path("..", "shared", "pinterest", FileName);
        yield return Repository.Path(FileName);
    }
}

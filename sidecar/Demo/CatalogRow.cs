namespace Connector.Demo;

/// <summary>One product of the catalogue; <see cref="Problem"/> says why it cannot become a pin.</summary>
internal sealed record CatalogRow(int Number, string Title, string Description, string Link, string Image, string Board)
{
    public string? Problem { get; init; }

    /// <summary>Its files and addresses; several make a carousel.</summary>
    public string[] Media => Image.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static bool IsUrl(string media) =>
        media.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || media.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    public static bool IsVideo(string media) =>
        Path.GetExtension(IsUrl(media) ? media.Split('?')[0] : media).ToLowerInvariant() is ".mp4" or ".mov" or ".m4v";
}

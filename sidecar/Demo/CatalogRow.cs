namespace Connector.Demo;

/// <summary>One product of the catalogue; <see cref="Problem"/> says why it cannot become a pin.</summary>
internal sealed record CatalogRow(int Number, string Title, string Description, string Link, string Image, string Board)
{
    public string? Problem { get; init; }

    public bool ImageIsUrl =>
        Image.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || Image.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}

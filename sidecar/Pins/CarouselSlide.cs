using Connector.Http;
using Connector.Pins.Texts;

namespace Connector.Pins;

/// <summary>One picture of a carousel: image_url or asset_id, and what is said about it.</summary>
public sealed record CarouselSlide
{
    /// <summary>A public address of a JPEG or PNG image.</summary>
    [WebAddress]
    public string? ImageUrl { get; init; }

    /// <summary>An image given to POST /v1/assets.</summary>
    [Text(64)]
    public string? AssetId { get; init; }

    /// <summary>Of this picture.</summary>
    [Text(100)]
    public string? Title { get => Meant(field); init; }

    /// <summary>Of this picture.</summary>
    [Text(800)]
    public string? Description { get => Meant(field); init; }

    /// <summary>Where a click on this picture leads.</summary>
    [WebAddress]
    public string? LinkUrl { get; init; }

    /// <summary>As clean_texts of its pin says.</summary>
    internal bool CleanTexts { get; init; }

    private string? Meant(string? text) => CleanTexts && text is not null ? Markup.Clean(text) : text;
}

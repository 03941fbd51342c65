using Connector.Pins;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>
/// The small picture of a pin in a row; a plain field where there is none, or where it cannot be loaded. Its host learns that somebody
/// looked, but not from where.
/// </summary>
public partial class Picture
{
    /// <summary>Whose picture.</summary>
    [Parameter, EditorRequired]
    public Pin Pin { get; set; } = null!;

    private string? Source => Of(Pin);

    /// <summary>Where the picture of a pin is; null when it has none.</summary>
    internal static string? Of(Pin pin) => pin.MediaType switch
    {
        PinContent.VideoType => Of(pin.CoverAssetId, pin.CoverImageUrl),
        PinContent.CarouselType => pin.Carousel is [var first, ..] ? Of(first.AssetId, first.ImageUrl) : null,
        _ => Of(pin.AssetId, pin.MediaUrl),
    };

    /// <summary>Where a picture is; null when there is none, or when its address is not one of the web.</summary>
    internal static string? Of(string? assetId, string? address) => assetId is null ? Web(address) : $"/pictures/{assetId}";

    // Never another scheme, whatever a pin says.
    private static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") ? address : null;
}

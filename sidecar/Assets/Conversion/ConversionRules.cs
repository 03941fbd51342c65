using System.Runtime.InteropServices;
using Connector.Assets.Media;

namespace Connector.Assets.Conversion;

/// <summary>Which pictures are converted, and why one is not.</summary>
internal static class ConversionRules
{
    private static readonly string[] Endings = [".webp", ".avif", ".tif", ".tiff"];

    /// <summary>Whether a whole picture is one that Pinterest does not take, and that the connector can turn into one it takes.</summary>
    /// <remarks>Of a picture with more pixels than any camera has nothing is decoded, so it stays refused.</remarks>
    public static bool IsNeeded(MediaFacts facts, AssetOptions limits) => facts switch
    {
        { Bytes: 0 } => false,
        { Format.IsConvertible: true } => true,
        { Format: not { IsTaken: true, Kind: MediaKind.Image } } or { Flaw: not null } => false,
        { Width: int width, Height: int height } when (long)width * height > ImageChecks.MostPixels => false,
        _ => facts.IsCmyk || facts.Bytes > limits.ImageBytes,
    };

    /// <summary>Whether a file of this name is one, as it seems.</summary>
    public static bool IsNeeded(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>Why nothing is converted, as what to do about it; null when it may be.</summary>
    /// <param name="isAllowed">Whether the account says so.</param>
    /// <param name="options">What the settings say.</param>
    public static string? Forbids(bool isAllowed, ImageOptions options) => (isAllowed, options.Convert) switch
    {
        (_, false) => "The connector would convert it by itself with Connector:Images:Convert=true in its settings.",
        (false, _) => "The connector converts it by itself when convert_images of the account is true and snapshot_media is not false.",
        _ => null,
    };

    /// <summary>What to do about a picture when the image library cannot be loaded.</summary>
    public static string NoLibrary =>
        "The connector cannot convert it by itself: its image library, libvips, is not there or cannot be loaded on this platform "
            + $"({RuntimeInformation.RuntimeIdentifier}). Run the connector from its container image, or from a build that was made for "
            + "this platform.";
}

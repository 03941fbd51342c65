namespace Connector.Assets;

/// <summary>What image bytes are, by the bytes themselves; names and content types lie.</summary>
internal static class ImageFormat
{
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";

    /// <summary>The content type, or null when the bytes are no image known here.</summary>
    public static string? Detect(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'B', (byte)'M', ..] => "image/bmp",
        [(byte)'I', (byte)'I', 0x2A, 0x00, ..] or [(byte)'M', (byte)'M', 0x00, 0x2A, ..] => "image/tiff",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'a', (byte)'v', (byte)'i', (byte)'f', ..] => "image/avif",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h' or (byte)'m', (byte)'e' or (byte)'i', ..] => "image/heic",
        _ => null,
    };

    /// <summary>Pinterest takes these two as base64: https://developers.pinterest.com/docs/api/v5/pins-create</summary>
    public static bool IsTaken(string contentType) => contentType is Jpeg or Png;
}

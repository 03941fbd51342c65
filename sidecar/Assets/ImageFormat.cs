namespace Connector.Assets;

/// <summary>What image bytes in a request are.</summary>
internal static class ImageFormat
{
    /// <summary>The content type, or null when the bytes are no image known here.</summary>
    public static string? Detect(ReadOnlySpan<byte> bytes) =>
        Signatures.FormatOf(bytes[..Math.Min(bytes.Length, Signatures.Enough)]) is { Kind: MediaKind.Image } format ? format.ContentType : null;

    /// <summary>Pinterest takes these two as base64: https://developers.pinterest.com/docs/api/v5/pins-create</summary>
    public static bool IsTaken(string contentType) => contentType == MediaFormat.Jpeg.ContentType || contentType == MediaFormat.Png.ContentType;
}

using Connector.Simulator.Api;
using Connector.Simulator.State;

namespace Connector.Simulator.Media;

/// <summary>What lies behind an address, as Pinterest would judge it.</summary>
internal sealed record FetchedPicture
{
    private const int Smallest = 100;

    private FetchedPicture(SimulatedImage? image, Refusal? refusal) => (Image, Refusal) = (image, refusal);

    /// <summary>Null when it is refused.</summary>
    public SimulatedImage? Image { get; }

    /// <summary>Why it is refused.</summary>
    public Refusal? Refusal { get; }

    public static FetchedPicture Refused(Refusal refusal) => new(null, refusal);

    public static FetchedPicture Of(string url, ReadOnlySpan<byte> bytes)
    {
        if (ImageHeader.Read(bytes) is not { } size) return Refused(IsOtherFormat(bytes) ? Refusal.ImageFormat() : Refusal.ImageBroken());
        if (!IsWhole(size.Kind, bytes)) return Refused(Refusal.ImageBroken());
        return size.Width < Smallest || size.Height < Smallest
            ? Refused(Refusal.ImageTooSmall())
            : new FetchedPicture(new SimulatedImage("image_url", bytes.Length, size.Width, size.Height) { Url = url }, null);
    }

    // A page, GIF, WebP, AVIF and HEIC, TIFF, BMP; of a video and of what nobody knows Pinterest says that it is broken.
    private static bool IsOtherFormat(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("GIF8"u8)
        || (bytes.StartsWith("RIFF"u8) && bytes[4..].IndexOf("WEBP"u8) == 4)
        || (bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) && IsPicture(bytes[8..12]))
        || bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8) || bytes.StartsWith("BM"u8)
        || Text(bytes).StartsWith("<"u8);

    private static bool IsPicture(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8) || brand.SequenceEqual("mif1"u8) || brand.StartsWith("hei"u8);

    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> bytes) =>
        bytes.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]).TrimStart(" \t\r\n"u8);

    // Cameras write more behind the end of a JPEG, so it is looked for in all of what follows the header.
    private static bool IsWhole(string kind, ReadOnlySpan<byte> bytes) => kind == "png"
        ? bytes.LastIndexOf("IEND"u8) > 0
        : bytes.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) > bytes.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
}

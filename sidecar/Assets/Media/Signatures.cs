using System.Buffers.Binary;
using System.Text;

namespace Connector.Assets.Media;

/// <summary>Finds a file's format by its first bytes; its name and its content type may be wrong.</summary>
internal static class Signatures
{
    /// <summary>How many bytes are enough to tell.</summary>
    public const int Enough = 512;

    private const int OtherBrands = 16;

    private static readonly (int At, byte[] Bytes, MediaFormat Format)[] Known =
    [
        (0, [0xFF, 0xD8, 0xFF], MediaFormat.Jpeg),
        (0, [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], MediaFormat.Png),
        (0, [.. "GIF8"u8], MediaFormat.Gif),
        (8, [.. "WEBP"u8], MediaFormat.WebP),
        (0, [.. "BM"u8], MediaFormat.Bmp),
        (0, [.. "II"u8, 0x2A, 0x00], MediaFormat.Tiff),
        (0, [.. "MM"u8, 0x00, 0x2A], MediaFormat.Tiff),
        (0, [0x00, 0x00, 0x01, 0x00], MediaFormat.Icon),
        (0, [.. "8BPS"u8], MediaFormat.Photoshop),
        (0, [0xFF, 0x0A], MediaFormat.JpegXl),
        (4, [.. "JXL "u8], MediaFormat.JpegXl),
        (0, [0x1A, 0x45, 0xDF, 0xA3], MediaFormat.Matroska),
        (8, [.. "AVI "u8], MediaFormat.Avi),
        (0, [.. "FLV"u8, 0x01], MediaFormat.Flash),
        (0, [0x30, 0x26, 0xB2, 0x75], MediaFormat.WindowsMedia),
        (0, [0x00, 0x00, 0x01, 0xBA], MediaFormat.Mpeg),
        (8, [.. "WAVE"u8], MediaFormat.Sound),
        (0, [.. "ID3"u8], MediaFormat.Sound),
        (0, [.. "OggS"u8], MediaFormat.Sound),
        (0, [.. "%PDF-"u8], MediaFormat.Pdf),
        (0, [.. "PK"u8, 0x03, 0x04], MediaFormat.Zip),
        (0, [0x1F, 0x8B], MediaFormat.Gzip),
        (0, [.. "/9j/"u8], MediaFormat.Base64),
        (0, [.. "iVBORw0KGgo"u8], MediaFormat.Base64),
        (0, [.. "data:"u8], MediaFormat.Base64),
        // Movies from before there was a ftyp box: https://developer.apple.com/documentation/quicktime-file-format
        (4, [.. "moov"u8], MediaFormat.Mov),
        (4, [.. "mdat"u8], MediaFormat.Mov),
        (4, [.. "wide"u8], MediaFormat.Mov),
    ];

    public static MediaFormat FormatOf(ReadOnlySpan<byte> start)
    {
        if (start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8)) return OfBrands(start);
        foreach (var (at, bytes, format) in Known)
            if (start.Length >= at + bytes.Length && start[at..].StartsWith(bytes)) return format;

        return OfText(Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n'));
    }

    /// <summary>By its main brand; that of an image in general says which one only among the others.</summary>
    private static MediaFormat OfBrands(ReadOnlySpan<byte> start)
    {
        var others = start[..(int)Math.Min((uint)start.Length, BinaryPrimitives.ReadUInt32BigEndian(start))];
        for (var at = OtherBrands; start[8..12].SequenceEqual("mif1"u8) && at + 4 <= others.Length; at += 4)
            if (others[at..(at + 4)].SequenceEqual("avif"u8)) return MediaFormat.Avif;
        return OfBrand(Encoding.Latin1.GetString(start[8..12]));
    }

    // https://mp4ra.org/registered-types/brands
    private static MediaFormat OfBrand(string brand) => brand switch
    {
        "qt  " => MediaFormat.Mov,
        "M4V " or "M4VH" or "M4VP" => MediaFormat.M4v,
        "M4A " or "M4B " or "M4P " => MediaFormat.Sound,
        "avif" or "avis" => MediaFormat.Avif,
        "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" => MediaFormat.Heic,
        ['3', 'g', ..] => MediaFormat.ThreeGp,
        _ => MediaFormat.Mp4,
    };

    private static MediaFormat OfText(string text) => text switch
    {
        ['<', ..] when text.Contains("<svg", StringComparison.OrdinalIgnoreCase) => MediaFormat.Svg,
        ['<', ..] => MediaFormat.Html,
        ['{' or '[', ..] => MediaFormat.Json,
        _ => MediaFormat.Unknown,
    };
}

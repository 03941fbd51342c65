using System.Buffers.Binary;

namespace Connector.Assets.Media;

/// <summary>Whether a photograph is to be shown on its side, as cameras record it in Exif.</summary>
/// <remarks>
/// Only this one tag of the first directory is read. Directories may point at each other in any number and order, so that reading
/// them all, as MetadataExtractor does, takes time with the square of the size:
/// https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf
/// </remarks>
internal static class Orientation
{
    private const ushort Tag = 0x0112;
    private const int EntryBytes = 12;

    public static bool IsTurned(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < 14) return false;

        var tiff = exif[6..];
        var isLittle = tiff[0] == 'I';
        var first = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2) return false;

        var entries = tiff[((int)first + 2)..];
        for (var left = Short(tiff[(int)first..]); left > 0 && entries.Length >= EntryBytes; left--, entries = entries[EntryBytes..])
            if (Short(entries) == Tag) return Short(entries[8..]) is >= 5 and <= 8;
        return false;

        ushort Short(ReadOnlySpan<byte> at) =>
            isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
    }
}

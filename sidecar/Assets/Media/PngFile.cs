using System.Buffers.Binary;

namespace Connector.Assets.Media;

/// <summary>Size and completeness of a PNG.</summary>
/// <remarks>
/// https://www.w3.org/TR/png-3/#5DataRep. Read here, because MetadataExtractor reads every chunk into memory, however large it claims
/// to be.
/// </remarks>
internal static class PngFile
{
    private const int SignatureBytes = 8, HeaderBytes = 13, ChecksumBytes = 4;

    public static MediaFacts Read(BoundedStream headers, MediaFacts facts)
    {
        headers.Position = SignatureBytes;
        Span<byte> chunk = stackalloc byte[8], header = stackalloc byte[HeaderBytes];
        headers.ReadExactly(chunk);
        if (!chunk.SequenceEqual<byte>([0, 0, 0, HeaderBytes, .. "IHDR"u8]))
            throw new InvalidDataException("The first chunk is no header.");

        headers.ReadExactly(header);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header[4..]));
        var sized = facts.Sized(checked((int)width), checked((int)height), isTurned: false);
        return IsWhole(headers, chunk) ? sized : sized with { Flaw = "The image is cut off: its end is missing." };
    }

    private static bool IsWhole(BoundedStream headers, Span<byte> chunk)
    {
        var hasPixels = false;
        headers.Position += ChecksumBytes;
        while (headers.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false) == chunk.Length)
        {
            if (chunk[4..].SequenceEqual("IEND"u8)) return hasPixels;
            hasPixels |= chunk[4..].SequenceEqual("IDAT"u8);
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (length > headers.Length - headers.Position) return false;
            headers.Position += length + ChecksumBytes;
        }

        return false;
    }
}

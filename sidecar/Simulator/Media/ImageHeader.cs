using System.Buffers.Binary;

namespace Connector.Simulator.Media;

/// <summary>What the first bytes of an image say about it.</summary>
internal sealed record ImageHeader(string Kind, int Width, int Height)
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes) => Png(bytes) ?? Jpeg(bytes);

    // https://www.w3.org/TR/png-3/#11IHDR: the first chunk, whose data begins with width and height.
    private static ImageHeader? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 24 && bytes.StartsWith(PngSignature) && bytes[12..16].SequenceEqual("IHDR"u8)
            ? Sized("png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    // https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.2: segments until a start of frame, which has height and width.
    private static ImageHeader? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [0xff, 0xd8, ..]) return null;

        var at = 2;
        while (at + 9 <= bytes.Length && bytes[at] == 0xff)
        {
            var marker = bytes[at + 1];
            if (marker == 0xff)
            {
                at++; // a fill byte
                continue;
            }

            if (IsStartOfFrame(marker))
                return Sized(
                    "jpeg",
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static bool IsStartOfFrame(byte marker) => marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);

    private static ImageHeader? Sized(string kind, int width, int height) =>
        width > 0 && height > 0 ? new ImageHeader(kind, width, height) : null;
}

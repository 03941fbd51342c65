using System.Buffers;
using System.Buffers.Binary;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.IO;

namespace Connector.Assets.Media;

/// <summary>Size and completeness of a JPEG.</summary>
/// <remarks>https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1 and B.2</remarks>
internal static class JpegFile
{
    private const string CutOff = "The image is cut off: its end is missing.";

    // Of red, green and blue there are three, of gray one.
    private const byte ColorsOfPrint = 4;

    // Frames are 0xC0 to 0xCF but for three other things: tables (C4, CC) and a reserved one (C8).
    private static readonly HashSet<JpegSegmentType> Frames =
        [.. Enumerable.Range(0xC0, 16).Where(type => type is not (0xC4 or 0xC8 or 0xCC)).Select(type => (JpegSegmentType)type)];

    private static readonly HashSet<JpegSegmentType> Exif = [JpegSegmentType.App1];

    public static MediaFacts Read(BoundedStream headers, Stream file, MediaFacts facts)
    {
        // Exif is the first segment, or the one behind XMP; later ones may have megabytes, such as the depth map of a portrait.
        var first = JpegSegmentReader.ReadSegments(new SequentialStreamReader(headers), Exif).Take(2);
        var isTurned = first.Any(segment => Orientation.IsTurned(segment.Bytes));

        file.Position = 0;
        JpegSegment? frame = null;
        // Reads up to the start of the pixels, so that their end is searched behind it.
        foreach (var segment in JpegSegmentReader.ReadSegments(new SequentialStreamReader(headers), Frames)) frame ??= segment;
        if (frame is null) return facts with { Flaw = CutOff };

        var width = BinaryPrimitives.ReadUInt16BigEndian(frame.Bytes.AsSpan(3));
        var height = BinaryPrimitives.ReadUInt16BigEndian(frame.Bytes.AsSpan(1));
        var sized = facts.Sized(width, height, isTurned) with { IsCmyk = frame.Bytes is [_, _, _, _, _, ColorsOfPrint, ..] };
        return HasEnd(file) ? sized : sized with { Flaw = CutOff };
    }

    private static bool HasEnd(Stream file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var isMarked = false;
            while (file.Read(buffer) is var read and > 0)
            {
                var chunk = buffer.AsSpan(0, read);
                if ((isMarked && chunk[0] == 0xD9) || chunk.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0) return true;
                isMarked = chunk[^1] == 0xFF;
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

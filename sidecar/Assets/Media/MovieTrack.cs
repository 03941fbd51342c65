using System.Buffers.Binary;
using System.Text;
using MetadataExtractor.Formats.QuickTime;

namespace Connector.Assets.Media;

/// <summary>One track of a movie: its picture, its sound, or something else.</summary>
internal sealed class MovieTrack
{
    private const int MatrixBytes = 36, SizeBytes = 8;

    // trak, mdia, minf, stbl: deeper nesting is made to overflow the stack.
    private const int Deepest = 3;

    private int _depth;

    public bool IsPicture { get; private set; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>A phone that is held upright films on its side and records how to turn the picture.</summary>
    public bool IsTurned { get; private set; }

    public string? Codec { get; private set; }

    public void Read(AtomCallbackArgs box)
    {
        switch (box.Type)
        {
            case Mp4Box.Tkhd:
                ReadHeader(box.Reader.GetBytes(box.Reader.GetByte() == 1 ? 95 : 83));
                break;
            case Mp4Box.Hdlr:
                box.Reader.Skip(8);
                // The data of a MOV's track have a handler as well.
                IsPicture |= box.Reader.GetBytes(4).AsSpan().SequenceEqual("vide"u8);
                break;
            case Mp4Box.Stsd:
                box.Reader.Skip(12);
                Codec = NameOf(Encoding.Latin1.GetString(box.Reader.GetBytes(4)));
                break;
            case Mp4Box.Mdia or Mp4Box.Minf or Mp4Box.Stbl when _depth < Deepest:
                _depth++;
                box.Inside(Read);
                _depth--;
                break;
        }
    }

    // It ends with a matrix of nine numbers, width and height; both have 16 bits behind the point.
    private void ReadHeader(ReadOnlySpan<byte> header)
    {
        var matrix = header[^(MatrixBytes + SizeBytes)..];
        IsTurned = Number(matrix) == 0 && Number(matrix[4..]) != 0;
        Width = Number(header[^8..]) >>> 16;
        Height = Number(header[^4..]) >>> 16;
    }

    private static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    // https://mp4ra.org/registered-types/sampleentries
    private static string NameOf(string type) => type switch
    {
        "avc1" or "avc2" or "avc3" or "avc4" => "h264",
        "hvc1" or "hev1" or "dvh1" or "dvhe" => "h265",
        _ => string.Concat(type.Trim().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '?')),
    };
}

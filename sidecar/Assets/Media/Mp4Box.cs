using MetadataExtractor.Formats.QuickTime;

namespace Connector.Assets.Media;

/// <summary>The boxes of a movie that say something about its picture, by the four letters of their type.</summary>
internal static class Mp4Box
{
    public const uint Moov = 'm' << 24 | 'o' << 16 | 'o' << 8 | 'v';
    public const uint Mdat = 'm' << 24 | 'd' << 16 | 'a' << 8 | 't';
    public const uint Mvhd = 'm' << 24 | 'v' << 16 | 'h' << 8 | 'd';
    public const uint Trak = 't' << 24 | 'r' << 16 | 'a' << 8 | 'k';
    public const uint Tkhd = 't' << 24 | 'k' << 16 | 'h' << 8 | 'd';
    public const uint Mdia = 'm' << 24 | 'd' << 16 | 'i' << 8 | 'a';
    public const uint Hdlr = 'h' << 24 | 'd' << 16 | 'l' << 8 | 'r';
    public const uint Minf = 'm' << 24 | 'i' << 16 | 'n' << 8 | 'f';
    public const uint Stbl = 's' << 24 | 't' << 16 | 'b' << 8 | 'l';
    public const uint Stsd = 's' << 24 | 't' << 16 | 's' << 8 | 'd';

    /// <summary>Reads the boxes inside this one; a box that claims to reach out of it ends the reading.</summary>
    public static void Inside(this AtomCallbackArgs box, Action<AtomCallbackArgs> read)
    {
        var end = box.StartPosition + box.Size;
        QuickTimeReader.ProcessAtoms(box.Stream, inner =>
        {
            if (inner.Size > end - inner.StartPosition) throw new InvalidDataException("A box is larger than the one around it.");
            read(inner);
        }, box.BytesLeft);
    }
}

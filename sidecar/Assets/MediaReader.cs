using Connector.Assets.Media;

namespace Connector.Assets;

/// <summary>
/// Finds out what a file is. It reads headers and never decodes a picture, so a file made to use much memory or time cannot.
/// </summary>
internal static class MediaReader
{
    /// <summary>How much of a file's headers is read. Real ones need a few kilobytes, and a photograph's Exif at most 64 more.</summary>
    private const int MostHeaderBytes = 256 * 1024;

    /// <param name="file">All of the file; it must be seekable.</param>
    public static MediaFacts Read(Stream file)
    {
        Span<byte> start = stackalloc byte[Signatures.Enough];
        file.Position = 0;
        var facts = new MediaFacts(
            Signatures.FormatOf(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]), file.Length);
        if (!facts.Format.IsTaken) return facts;

        file.Position = 0;
        try
        {
            using var headers = new BoundedStream(file, MostHeaderBytes);
            return facts.Format switch
            {
                _ when facts.Format == MediaFormat.Jpeg => JpegFile.Read(headers, file, facts),
                _ when facts.Format == MediaFormat.Png => PngFile.Read(headers, facts),
                _ => MovieFile.Read(headers, facts),
            };
        }
        catch (Exception)
        {
            // Parsers throw many kinds of exceptions for bytes that are no valid file.
            return facts with { Flaw = $"The file is damaged: it begins like {facts.Format.Name}, but the rest does not fit." };
        }
    }
}

using System.Text;
using static Connector.Tests.Support.SampleMedia;

namespace Connector.Tests.Assets;

/// <content>Files that are sent by mistake, and files that are made to do harm.</content>
internal static partial class MediaSamples
{
    private static MediaSample[] Others =>
    [
        new("a WebP", [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8], "image/webp", Unsupported),
        new("a GIF", [.. "GIF89a"u8, 1, 0, 1, 0], "image/gif", Unsupported),
        new("a HEIC", Box("ftyp", [.. "heicmif1"u8]), "image/heic", Unsupported),
        new("an AVIF", Box("ftyp", [.. "avifmif1"u8]), "image/avif", Unsupported),
        new(
            "an AVIF whose main brand is images in general", Box("ftyp", [.. "mif1"u8, 0, 0, 0, 0, .. "miafavif"u8]),
            "image/avif", Unsupported),
        new(
            "a HEIC whose main brand is images in general", Box("ftyp", [.. "mif1"u8, 0, 0, 0, 0, .. "miafheic"u8]),
            "image/heic", Unsupported),
        new("an image in general that is less than it says", Box("ftyp", [.. "mif1"u8], uint.MaxValue), "image/heic", Unsupported),
        new("a BMP", [.. "BM"u8, 0, 1, 0, 0], "image/bmp", Unsupported),
        new("a TIFF", [.. "II"u8, 0x2A, 0], "image/tiff", Unsupported),
        new("a TIFF in the other byte order", [.. "MM"u8, 0, 0x2A], "image/tiff", Unsupported),
        new("an SVG", [.. "<?xml version=\"1.0\"?><svg xmlns="u8], "image/svg+xml", Unsupported),
        new("a PDF", [.. "%PDF-1.7"u8], "PDF", Unsupported),
        new("a ZIP", [.. "PK"u8, 3, 4], "a ZIP archive", Unsupported),
        new("a web page", [0xEF, 0xBB, 0xBF, .. "\r\n<!DOCTYPE html>"u8], "a web page (HTML)", Unsupported),
        new("JSON", [.. " {\"error\":\"not found\"}"u8], "JSON", Unsupported),
        new(
            "a JPEG in base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Jpeg(segments: Segment(0xE0, [1])))),
            "base64 text", Unsupported),
        new("a PNG in base64", Encoding.ASCII.GetBytes(Convert.ToBase64String(Png())), "base64 text", Unsupported),
        new("a data URL", [.. "data:image/png;base64,iVBORw0KGgo="u8], "base64 text", Unsupported),
        new("a WebM", [0x1A, 0x45, 0xDF, 0xA3], "video/webm", Unsupported),
        new("an AVI", [.. "RIFF"u8, 0, 0, 0, 0, .. "AVI LIST"u8], "video/x-msvideo", Unsupported),
        new("a 3GP", Box("ftyp", [.. "3gp4isom"u8]), "video/3gpp", Unsupported),
        new("an M4A", Box("ftyp", [.. "M4A isom"u8]), "sound without a picture", Unsupported),
        new("an MP3", [.. "ID3"u8, 3], "sound without a picture", Unsupported),
        new("a file name", [.. "photo.jpg"u8], "of no format known here", Unsupported),
        new("nothing", [], "of no format known here", Broken),
        new("one byte", [0xFF], "of no format known here", Unsupported),
    ];

    private const int Many = 300_000;

    private static MediaSample[] Hostile =>
    [
        new("a PNG of 100,000 × 1 pixels", Png(100_000, 1), "image/png 100000×1", TooSmall, "media_ratio warning media_ratio"),
        new("a PNG of ten billion pixels", Png(100_000, 100_000), "image/png 100000×100000", TooLarge, "media_ratio warning media_ratio"),
        new("a PNG of more pixels than there are numbers", Png(uint.MaxValue, uint.MaxValue), "image/png", Broken),
        new("a JPEG of four billion pixels", Jpeg(65535, 65535), "image/jpeg 65535×65535", TooLarge, "media_ratio warning media_ratio"),
        new("a PNG with a chunk of two gigabytes", Png(chunks: Chunk("tEXt", [1], int.MaxValue)), "image/png 1000×1500", Broken),
        new("a PNG with a chunk of four gigabytes", Png(chunks: Chunk("tEXt", [1], uint.MaxValue)), "image/png 1000×1500", Broken),
        new("a PNG of very many empty chunks", Png(chunks: Repeat(Chunk("tEXt", []))), "image/png 1000×1500", Broken),
        new("a JPEG of very many empty segments", Jpeg(segments: Repeat(Segment(0xE0, []))), "image/jpeg", Broken),
        new("a JPEG of very many notes", Jpeg(segments: Repeat(Segment(0xE1, []))), "image/jpeg", Broken),
        new("a JPEG of very many frames", Jpeg(segments: Repeat(Segment(0xC0, new byte[9]))), "image/jpeg", Broken),
        new("a JPEG of nothing but zeros", [0xFF, 0xD8, 0xFF, .. new byte[4 * 1024 * 1024]], "image/jpeg", Broken),
        new(
            "notes that are a loop", Jpeg(1500, 1000, Exif(6, firstDirectory: 0)),
            "image/jpeg 1500×1000", "media_ratio warning media_ratio"),
        new("notes of more entries than they hold", Jpeg(1500, 1000, Exif(6, entries: ushort.MaxValue)), "image/jpeg 1000×1500"),
        new("notes that begin behind their end", Jpeg(1000, 1500, Exif(6, firstDirectory: uint.MaxValue)), "image/jpeg 1000×1500"),
        new("an MP4 of very many boxes", [.. FileType(), .. Repeat(Box("free", []))], "video/mp4", Broken),
        new("an MP4 of very many tracks", [.. FileType(), .. Box("moov", Repeat(Box("trak", [])))], "video/mp4", Broken),
        new(
            "an MP4 of boxes in boxes in boxes", [.. FileType(), .. Box("moov", Box("trak", Nested("mdia", 120_000)))],
            "video/mp4", Broken),
        new(
            "an MP4 with a box larger than the one around it", [.. FileType(), .. Box("moov", Box("trak", [], 1_000)), .. new byte[2_000]],
            "video/mp4", Broken),
        new("an MP4 with a box larger than all disks", [.. FileType(), .. LongBox("mdat", [1], long.MaxValue)], "video/mp4", Broken),
        new("an MP4 with a box of less than nothing", [.. FileType(), .. LongBox("mdat", [1], ulong.MaxValue)], "video/mp4", Broken),
        new(
            "an MP4 with a box that is smaller than its head", [.. FileType(), .. Box("moov", [], 4), .. Box("mdat", [])],
            "video/mp4", Broken),
        new("an MP4 with an empty index", [.. FileType(), .. Box("moov", [])], "video/mp4", Broken),
        new("an MP4 longer than time", Movie(new() { IsLong = true, Scale = 1, Units = ulong.MaxValue - 1 }), "video/mp4", Broken),
    ];

    private static byte[] Repeat(byte[] part)
    {
        var all = new byte[part.Length * Many];
        for (var at = 0; at < all.Length; at += part.Length) part.CopyTo(all, at);
        return all;
    }

    private static byte[] Nested(string type, int levels)
    {
        var all = new byte[levels * 8];
        for (var level = 0; level < levels; level++) Box(type, [], (uint)((levels - level) * 8)).CopyTo(all, level * 8);
        return all;
    }
}

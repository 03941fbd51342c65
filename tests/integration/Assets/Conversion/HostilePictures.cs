using System.Buffers.Binary;
using System.Text;
using Connector.Tests.Support;

namespace Connector.Tests.Assets.Conversion;

/// <summary>Pictures that are damaged or made to do harm, and how each ends.</summary>
internal static class HostilePictures
{
    private const string WebP = "image/webp", Avif = "image/avif", Tiff = "image/tiff", Gif = "image/gif", Jpeg = "image/jpeg";
    private const string Broken = "Broken", TooManyPixels = "TooManyPixels", Crashed = "Crashed", Animated = "Animated", Converted = "";

    public static IReadOnlyList<HostilePicture> All { get; } =
    [
        new("a WebP cut in half", WebP, Half(SamplePictures.WebP()), Broken),
        new("a WebP without its last bytes", WebP, SamplePictures.WebP()[..^40], Broken),
        new("an AVIF cut in half", Avif, Half(SamplePictures.Avif()), Broken),
        new("an AVIF without its last bytes", Avif, SamplePictures.Avif()[..^40], Broken),
        new("a TIFF cut in half", Tiff, Half(SamplePictures.Tiff()), Broken),
        new("a GIF cut in half", Gif, Half(SamplePictures.Gif()), Broken),
        new("a JPEG for print cut in half", Jpeg, Half(SamplePictures.Cmyk()), Broken),
        new("a WebP of its head", WebP, SamplePictures.WebP()[..16], Broken),
        new("an AVIF of its head", Avif, SamplePictures.Avif()[..40], Broken),
        new("a TIFF of its head", Tiff, [.. "II"u8, 0x2A, 0, 8, 0, 0, 0], Broken),
        new("a GIF of its head", Gif, [.. "GIF89a"u8, 1, 0, 1, 0], Broken),
        new("nothing", WebP, [], Broken),
        new("a WebP of a picture larger than any", WebP, Canvas(16_384, 16_384), Broken),
        new("a TIFF of ten billion pixels", Tiff, TiffOf(100_000, 100_000), TooManyPixels),
        new("a TIFF of no pixel", Tiff, TiffOf(0, 900), Broken),
        new("a TIFF whose directory is itself", Tiff, Loop(SamplePictures.Tiff()), Converted),
        new("an AVIF of ten billion pixels", Avif, AvifOf(100_000, 100_000), TooManyPixels),
        new("an AVIF of no pixel", Avif, AvifOf(0, 0), Broken),
        new("a GIF of four billion pixels", Gif, GifOf(65_535, 65_535), TooManyPixels),
        new("a GIF whose screen has no pixel", Gif, GifOf(0, 0), Converted),
        new("a GIF that moves", Gif, SamplePictures.Gif(3), Animated),
        new("a WebP that moves", WebP, SamplePictures.MovingWebP(), Animated),
        new("a picture with a profile of megabytes", Jpeg, SamplePictures.Cmyk(new byte[8 * 1024 * 1024]), Converted),
        new("a TIFF said to be a WebP", WebP, SamplePictures.Tiff(), Broken),
        new("a WebP said to be a TIFF", Tiff, SamplePictures.WebP(), Broken),
        new("a vector drawing said to be a TIFF", Tiff, Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), Broken),
        new("a PDF said to be a GIF", Gif, [.. "%PDF-1.7"u8], Broken),
        new("a WebP that is an archive too", WebP, [.. SamplePictures.WebP(), .. "PK"u8, 3, 4, .. new byte[200]], Converted),
        new("a GIF that is a page too", Gif, [.. SamplePictures.Gif(), .. "<script>alert(1)</script>"u8], Converted),
        new("a WebP of 250 bytes and 600 MB of pixels", WebP, SamplePictures.Blank(14_000, 14_000), Crashed),
    ];

    private static byte[] Half(byte[] picture) => picture[..(picture.Length / 2)];

    // https://developers.google.com/speed/webp/docs/riff_container#extended_file_format
    private static byte[] Canvas(int width, int height)
    {
        var file = new byte[31];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), 22);
        "WEBPVP8X"u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 10);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), width - 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(27), height - 1);
        return file[..30];
    }

    private static byte[] TiffOf(uint width, uint height)
    {
        var file = SamplePictures.Tiff();
        SetTag(file, 0x100, width);
        SetTag(file, 0x101, height);
        return file;
    }

    private static byte[] Loop(byte[] file)
    {
        var first = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(first));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(first + 2 + entries * 12), first);
        return file;
    }

    private static void SetTag(byte[] file, ushort tag, uint value)
    {
        var first = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        for (var at = first + 2; ; at += 12)
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)) != tag) continue;
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 2), 4);
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 8), value);
            return;
        }
    }

    private static byte[] AvifOf(uint width, uint height)
    {
        var file = SamplePictures.Avif();
        var size = file.AsSpan(file.AsSpan().IndexOf("ispe"u8) + 8);
        BinaryPrimitives.WriteUInt32BigEndian(size, width);
        BinaryPrimitives.WriteUInt32BigEndian(size[4..], height);
        return file;
    }

    private static byte[] GifOf(ushort width, ushort height)
    {
        var file = SamplePictures.Gif();
        var frame = file.AsSpan(file.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x2C, 0, 0, 0, 0]) + 5);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(6), width);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), height);
        BinaryPrimitives.WriteUInt16LittleEndian(frame, width);
        BinaryPrimitives.WriteUInt16LittleEndian(frame[2..], height);
        return file;
    }
}

/// <summary>A picture, what it is said to be, and how converting it fails; empty when it does not.</summary>
internal sealed record HostilePicture(string Name, string ContentType, byte[] Bytes, string Failure);

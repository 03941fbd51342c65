using Connector.Tests.Support;
using static Connector.Tests.Support.SampleMedia;

namespace Connector.Tests.Assets;

/// <summary>Files, and what there is to say about each: what it is, then every check that did not pass.</summary>
internal static partial class MediaSamples
{
    private const string Broken = "media_type failed media_broken", Unsupported = "media_type failed media_type_unsupported";
    private const string TooSmall = "media_pixels failed media_too_small", TooLarge = "media_pixels failed media_too_large";

    public static IReadOnlyList<MediaSample> All { get; } = [.. Images, .. Videos, .. Others, .. Hostile];

    private static MediaSample[] Images =>
    [
        new("a PNG", Png(), "image/png 1000×1500"),
        new("a JPEG", Jpeg(), "image/jpeg 1000×1500"),
        new("a progressive JPEG", Jpeg(frame: 0xC2), "image/jpeg 1000×1500"),
        new(
            "a JPEG with fill bytes between its segments", Jpeg(segments: [0xFF, 0xFF, 0xFF, .. Segment(0xE0, [1, 2, 3])]),
            "image/jpeg 1000×1500"),
        new("a JPEG for print", Jpeg(colors: 4), "image/jpeg 1000×1500", "media_colors warning media_colors"),
        new("a photograph on its side", Jpeg(1500, 1000, Exif(6)), "image/jpeg 1000×1500"),
        new("a photograph on its side, in the other byte order", Jpeg(1500, 1000, Exif(8, isLittle: true)), "image/jpeg 1000×1500"),
        new(
            "a photograph on its side with megabytes of notes",
            Jpeg(1500, 1000, [.. Exif(6), .. Enumerable.Repeat(Segment(0xE1, new byte[60_000]), 40).SelectMany(s => s)]),
            "image/jpeg 1000×1500"),
        new(
            "a photograph on its side whose notes begin with others", Jpeg(1500, 1000, [.. Segment(0xE1, new byte[60_000]), .. Exif(6)]),
            "image/jpeg 1000×1500"),
        new("a photograph upside down", Jpeg(1000, 1500, Exif(3)), "image/jpeg 1000×1500"),
        new(
            "a JPEG with a profile larger than its pixels",
            Jpeg(segments: [.. Enumerable.Repeat(Segment(0xE2, new byte[60_000]), 20).SelectMany(s => s)]),
            "image/jpeg 1000×1500"),
        new("a PNG with text in it", Png(chunks: Chunk("tEXt", new byte[1000])), "image/png 1000×1500"),
        new("a square PNG", Png(1000, 1000), "image/png 1000×1000", "media_ratio warning media_ratio"),
        new("a tall PNG", Png(1000, 2400), "image/png 1000×2400", "media_ratio warning media_ratio"),
        new("a PNG that is small", Png(400, 600), "image/png 400×600", "media_pixels warning media_small"),
        new("a PNG that is too small", Png(99, 150), "image/png 99×150", TooSmall),
        new("a PNG of one pixel", Png(1, 1), "image/png 1×1", TooSmall, "media_ratio warning media_ratio"),
        new("a PNG of no pixel", Png(0, 0), "image/png 0×0", TooSmall),
        new("a JPEG without end", Jpeg(hasEnd: false), "image/jpeg 1000×1500", Broken),
        new("a JPEG cut off in its head", Jpeg()[..12], "image/jpeg", Broken),
        new("a JPEG of three bytes", [0xFF, 0xD8, 0xFF], "image/jpeg", Broken),
        new("a PNG without end", Png(hasEnd: false), "image/png 1000×1500", Broken),
        new("a PNG without pixels", Png(hasPixels: false), "image/png 1000×1500", Broken),
        new("a PNG cut off in its head", Png()[..20], "image/png", Broken),
        new("a PNG that does not begin with its header", [.. Png()[..8], .. Chunk("tEXt", new byte[13])], "image/png", Broken),
    ];

    private static MediaSample[] Videos =>
    [
        new("an MP4", Movie(), "video/mp4 1080×1920 10s h264"),
        new("a MOV", Movie(new Film { Brand = "qt  " }), "video/quicktime 1080×1920 10s h264"),
        new("an M4V", Movie(new Film { Brand = "M4V " }), "video/x-m4v 1080×1920 10s h264"),
        new(
            "a MOV from before there was a file type", [.. Box("wide", []), .. Movie()[FileType().Length..]],
            "video/quicktime 1080×1920 10s h264"),
        new("an MP4 in H.265", Movie(new Film { Codec = "hvc1" }), "video/mp4 1080×1920 10s h265"),
        new("an MP4 with times of 64 bits", Movie(new Film { IsLong = true }), "video/mp4 1080×1920 10s h264"),
        new("an MP4 filmed on the side", Movie(new Film { Width = 1920, Height = 1080, IsTurned = true }), "video/mp4 1080×1920 10s h264"),
        new(
            "an MP4 with its index at the end", Movie(new Film { IsIndexFirst = false }),
            "video/mp4 1080×1920 10s h264", "video_moov warning video_moov_last"),
        new(
            "an MP4 that does not know its length", Movie(new Film { Units = 0 }),
            "video/mp4 1080×1920 h264", "video_length warning video_length_unknown"),
        new(
            "an MP4 without a clock", Movie(new Film { Scale = 0, Units = 10 }),
            "video/mp4 1080×1920 h264", "video_length warning video_length_unknown"),
        new(
            "an MP4 that is too short", Movie(new Film { Seconds = 3 }),
            "video/mp4 1080×1920 3s h264", "video_length failed video_too_short"),
        new(
            "an MP4 that is too long", Movie(new Film { Seconds = 1000 }),
            "video/mp4 1080×1920 1000s h264", "video_length failed video_too_long"),
        new(
            "an MP4 in AV1", Movie(new Film { Codec = "av01" }),
            "video/mp4 1080×1920 10s av01", "video_codec failed video_codec_unsupported"),
        new(
            "an MP4 in a codec with a strange name", Movie(new Film { Codec = "\n<\u0000x" }),
            "video/mp4 1080×1920 10s ??x", "video_codec failed video_codec_unsupported"),
        new(
            "an MP4 that is too wide", Movie(new Film { Width = 1920, Height = 800 }),
            "video/mp4 1920×800 10s h264", "video_ratio failed video_ratio_unsupported"),
        new("an MP4 with sound only", Movie(new Film { Handler = "soun", Codec = "mp4a" }), "video/mp4 10s", Broken),
        new("an MP4 without index", FileType(), "video/mp4", Broken),
        new("an MP4 whose frames are cut off", Movie()[..^1], "video/mp4 1080×1920 10s h264", Broken),
        new("an MP4 whose index is cut off", Movie(new Film { IsIndexFirst = false })[..^1], "video/mp4", Broken),
    ];
}

/// <summary>A file, what it is, and which checks it does not pass.</summary>
internal sealed record MediaSample(string Name, byte[] Bytes, string Facts, params string[] Checks);

using System.Buffers.Binary;

namespace Connector.Tests.Support;

/// <summary>Small media files, written byte by byte: right ones, and every way to be wrong.</summary>
public static class SampleMedia
{
    public static byte[] Png(uint width = 1000, uint height = 1500, byte[]? chunks = null, bool hasPixels = true, bool hasEnd = true) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
        .. Chunk("IHDR", [.. Number(width), .. Number(height), 8, 2, 0, 0, 0]),
        .. chunks ?? [],
        .. hasPixels ? Chunk("IDAT", [1, 2, 3]) : [],
        .. hasEnd ? Chunk("IEND", []) : [],
    ];

    /// <summary>A chunk of a PNG, with a checksum that nobody checks.</summary>
    public static byte[] Chunk(string type, byte[] data, uint? length = null) =>
        [.. Number(length ?? (uint)data.Length), .. Letters(type), .. data, 0, 0, 0, 0];

    public static byte[] Jpeg(
        ushort width = 1000, ushort height = 1500, byte[]? segments = null, byte frame = 0xC0, bool hasEnd = true, byte colors = 1) =>
    [
        0xFF, 0xD8,
        .. segments ?? [],
        .. Segment(frame, [8, .. Short(height), .. Short(width), colors, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        1, 2, 3, 0xFF, 0x00, 4,
        .. hasEnd ? new byte[] { 0xFF, 0xD9 } : [],
    ];

    public static byte[] Segment(byte type, byte[] data) => [0xFF, type, .. Short((ushort)(data.Length + 2)), .. data];

    /// <summary>A photograph's Exif with nothing but the orientation: 1 upright, 6 on its side.</summary>
    public static byte[] Exif(ushort orientation, bool isLittle = false, uint firstDirectory = 8, ushort entries = 1)
    {
        byte[] tiff = isLittle
            ?
            [
                .. "II"u8, 0x2A, 0, .. Reversed(Number(firstDirectory)),
                .. Reversed(Short(entries)), 0x12, 0x01, 3, 0, 1, 0, 0, 0, .. Reversed(Short(orientation)), 0, 0, 0, 0, 0, 0,
            ]
            :
            [
                .. "MM"u8, 0, 0x2A, .. Number(firstDirectory),
                .. Short(entries), 0x01, 0x12, 0, 3, 0, 0, 0, 1, .. Short(orientation), 0, 0, 0, 0, 0, 0,
            ];
        return Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    /// <summary>An MP4 of one track; the frames are no frames.</summary>
    public static byte[] Movie(Film? film = null)
    {
        film ??= new Film();
        var index = Index(film);
        var frames = Box("mdat", new byte[16]);
        return [.. FileType(film.Brand), .. film.IsIndexFirst ? index : frames, .. film.IsIndexFirst ? frames : index];
    }

    public static byte[] FileType(string brand = "isom") => Box("ftyp", [.. Letters(brand), 0, 0, 2, 0, .. Letters(brand)]);

    public static byte[] Index(Film film)
    {
        var length = film.Units ?? (ulong)(film.Seconds * film.Scale);
        byte[] times = film.IsLong
            ? [.. new byte[16], .. Number(film.Scale), .. Long(length)]
            : [.. new byte[8], .. Number(film.Scale), .. Number((uint)length)];
        byte[] matrix = film.IsTurned
            ? [.. Number(0), .. Number(0x10000), .. new byte[4], .. Number(0xFFFF0000), .. new byte[20]]
            : [.. Number(0x10000), .. new byte[12], .. Number(0x10000), .. new byte[16]];
        byte[] size = [.. Number(film.Width << 16), .. Number(film.Height << 16)];
        byte[] header = [.. Version(film.IsLong), .. new byte[film.IsLong ? 32 : 20], .. new byte[16], .. matrix, .. size];
        var samples = Box("stsd", [.. new byte[7], 1, .. Box(film.Codec, new byte[70])]);
        var data = Box("hdlr", [.. new byte[4], .. "dhlralis"u8, .. new byte[12]]);
        var handler = Box("hdlr", [.. new byte[8], .. Letters(film.Handler), .. new byte[12]]);
        var media = Box("mdia", [.. handler, .. Box("minf", [.. data, .. Box("stbl", samples)])]);
        var movie = Box("mvhd", [.. Version(film.IsLong), .. times, .. new byte[80]]);
        return Box("moov", [.. movie, .. Box("trak", [.. Box("tkhd", header), .. media])]);
    }

    public static byte[] Box(string type, byte[] content, uint? size = null) =>
        [.. Number(size ?? (uint)content.Length + 8), .. Letters(type), .. content];

    /// <summary>A box whose size has 64 bits.</summary>
    public static byte[] LongBox(string type, byte[] content, ulong size) => [.. Number(1), .. Letters(type), .. Long(size), .. content];

    public static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Long(ulong value) => [.. Number((uint)(value >> 32)), .. Number((uint)value)];

    private static byte[] Short(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Reversed(byte[] bytes) => [.. bytes.Reverse()];

    private static byte[] Version(bool isLong) => [(byte)(isLong ? 1 : 0), 0, 0, 0];

    private static byte[] Letters(string text) => System.Text.Encoding.Latin1.GetBytes(text);
}

/// <summary>What a movie's index says; a good one unless a test says otherwise.</summary>
public sealed record Film
{
    public string Brand { get; init; } = "isom";

    public uint Width { get; init; } = 1080;

    public uint Height { get; init; } = 1920;

    public double Seconds { get; init; } = 10;

    public uint Scale { get; init; } = 600;

    /// <summary>The length in units of the scale, when it is none that fits the seconds.</summary>
    public ulong? Units { get; init; }

    public string Codec { get; init; } = "avc1";

    public string Handler { get; init; } = "vide";

    public bool IsTurned { get; init; }

    public bool IsLong { get; init; }

    public bool IsIndexFirst { get; init; } = true;
}

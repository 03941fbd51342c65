using NetVips;

namespace Connector.Tests.Support;

/// <summary>Real pictures, made with the library that converts them: slopes from dark to light.</summary>
public static class SamplePictures
{
    public static byte[] WebP(int width = 600, int height = 900, int orientation = 1)
    {
        using var picture = Slope(width, height).Mutate(change => change.Set(GValue.GIntType, "orientation", orientation));
        return picture.WebpsaveBuffer();
    }

    /// <summary>A WebP whose notes say where it was taken.</summary>
    public static byte[] WebPWithPlace(string place)
    {
        using var picture = Slope(600, 900).Mutate(change => change.Set(GValue.GStrType, "exif-ifd0-ImageDescription", place));
        return picture.WebpsaveBuffer();
    }

    /// <param name="alpha">How much is seen of the left half; the right one is seen fully.</param>
    public static byte[] WebPWithAlpha(int alpha)
    {
        using var right = Image.Black(300, 900) + 255;
        using var left = Image.Black(300, 900) + alpha;
        using var picture = Slope(600, 900).Bandjoin(left.Join(right, Enums.Direction.Horizontal).Cast(Enums.BandFormat.Uchar));
        return picture.Copy(interpretation: Enums.Interpretation.Srgb).WebpsaveBuffer(lossless: true);
    }

    public static byte[] Avif() => Slope(600, 900).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0);

    public static byte[] Tiff(int pages = 1) => Pages(pages).TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw);

    public static byte[] DeepTiff() => Slope(600, 900)
        .Cast(Enums.BandFormat.Ushort, shift: true).Copy(interpretation: Enums.Interpretation.Rgb16)
        .TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw);

    public static byte[] Gif(int pages = 1) => Pages(pages).GifsaveBuffer();

    public static byte[] MovingWebP() => Pages(3).WebpsaveBuffer();

    /// <param name="profile">Bytes in the place of its profile; its own without them.</param>
    public static byte[] Cmyk(byte[]? profile = null)
    {
        using var picture = Slope(600, 900).IccTransform("cmyk", inputProfile: "srgb");
        return profile is null
            ? picture.JpegsaveBuffer()
            : picture.Mutate(change => change.Set(GValue.BlobType, "icc-profile-data", profile)).JpegsaveBuffer();
    }

    public static byte[] Jpeg(int width, int height) => Slope(width, height).JpegsaveBuffer(q: 100);

    /// <summary>A WebP of one color, which takes next to no bytes.</summary>
    public static byte[] Blank(int width, int height)
    {
        using var picture = Image.Black(width, height, bands: 4).Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.WebpsaveBuffer(lossless: true, effort: 0);
    }

    private static Image Pages(int pages) => pages == 1
        ? Slope(600, 900)
        : Image.Arrayjoin([.. Enumerable.Range(0, pages).Select(page => Slope(600, 900).Rot((Enums.Angle)(page % 2 * 2)))], across: 1)
            .Copy(interpretation: Enums.Interpretation.Srgb)
            .Mutate(change => change.Set(GValue.GIntType, "page-height", 900));

    private static Image Slope(int width, int height)
    {
        using var places = Image.Xyz(width, height);
        using var across = places[0] * (255.0 / width);
        using var down = places[1] * (255.0 / height);
        return across.Bandjoin(down, across).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }
}

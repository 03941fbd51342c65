using NetVips;

namespace Connector.Assets.Conversion;

/// <summary>Turns one picture into a JPEG or PNG that Pinterest takes, with libvips. Only the child process uses it.</summary>
internal static class Picture
{
    private const int Quality = 90;

    private static readonly double[] White = [255, 255, 255];

    // https://www.libvips.org/API/current/libvips-foreign.html
    private static readonly Dictionary<string, string> Loaders = new()
    {
        ["image/jpeg"] = "VipsForeignLoadJpeg",
        ["image/png"] = "VipsForeignLoadPng",
        ["image/webp"] = "VipsForeignLoadWebp",
        ["image/avif"] = "VipsForeignLoadHeif",
        ["image/tiff"] = "VipsForeignLoadTiff",
        ["image/gif"] = "VipsForeignLoadNsgif",
    };

    public static ConversionResult Convert(ConversionOrder order)
    {
        Operation.Block("VipsForeignLoad", true);
        Operation.Block(Loaders[order.ContentType], false);
        Cache.Max = 0;

        using var header = Image.NewFromFile(order.Source, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        var isOnSide = Number(header, "orientation") is >= 5 and <= 8;
        var seen = new ConversionResult
        {
            Width = isOnSide ? header.Height : header.Width,
            Height = isOnSide ? header.Width : header.Height,
            Pages = Math.Max(1, Number(header, "n-pages")),
            WasTurned = Number(header, "orientation") is > 1 and <= 8,
            WasCmyk = header.Interpretation == Enums.Interpretation.Cmyk,
        };
        // The pages of a TIFF are scans; those of other formats are moments.
        if (seen.Pages > 1 && order.ContentType != "image/tiff") return seen with { Failure = ConversionFailure.Animated };
        if ((long)seen.Width * seen.Height > order.MostPixels) return seen with { Failure = ConversionFailure.TooManyPixels };

        using var shown = Show(order, seen);
        return Write(order, shown, seen);
    }

    /// <summary>Upright, in sRGB, and at most as large as it may be.</summary>
    private static Image Show(ConversionOrder order, ConversionResult seen)
    {
        var scale = Math.Min(1, Math.Sqrt((double)order.Pixels / ((long)seen.Width * seen.Height)));
        var (width, height) = (Math.Max(1, (int)(seen.Width * scale)), Math.Max(1, (int)(seen.Height * scale)));
        return Image.Thumbnail(
            order.Source, width, height: height, size: Enums.Size.Down, failOn: Enums.FailOn.Error,
            outputProfile: "srgb", intent: Enums.Intent.Perceptual);
    }

    private static ConversionResult Write(ConversionOrder order, Image shown, ConversionResult seen)
    {
        if (!shown.HasAlpha())
        {
            WriteJpeg(order, shown);
            return seen;
        }

        using var decoded = shown.CopyMemory();
        using var alpha = decoded[decoded.Bands - 1];
        var isTransparent = alpha.Min() < 255;
        if (isTransparent && decoded.PngsaveBuffer(keep: Enums.ForeignKeep.None) is var png && png.Length <= order.MostBytes)
        {
            File.WriteAllBytes(order.Target, png);
            return seen with { WasTransparent = true, IsTransparent = true };
        }

        using var flat = decoded.Flatten(background: White);
        WriteJpeg(order, flat);
        return seen with { WasTransparent = isTransparent };
    }

    // Nothing but pixels is kept: notes may say where a photograph was taken. Not libvips writes: it calls a full disk a bad picture.
    private static void WriteJpeg(ConversionOrder order, Image image) =>
        File.WriteAllBytes(order.Target, image.JpegsaveBuffer(q: Quality, optimizeCoding: true, keep: Enums.ForeignKeep.None));

    private static int Number(Image image, string field) => image.Contains(field) ? (int)image.Get(field) : 0;
}

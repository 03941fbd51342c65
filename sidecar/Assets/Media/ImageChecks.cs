using Connector.Http;

namespace Connector.Assets.Media;

/// <summary>What Pinterest says about images: https://help.pinterest.com/en/business/article/pinterest-product-specs</summary>
internal static class ImageChecks
{
    // Pinterest refuses an image that "is too small" (code 233) without a number; no refusal of 100 pixels or more was reported.
    private const int Smallest = 100;

    // A narrower image is enlarged on a phone's screen, where a pin is about half as wide as what Pinterest recommends (1000).
    private const int Narrow = 600;

    /// <summary>More than any camera has: a small file that claims it is made to fill memory.</summary>
    public const long MostPixels = 200_000_000;

    private const double Recommended = 2.0 / 3, Tolerance = 0.1;

    public static IEnumerable<Check> Of(MediaFacts facts)
    {
        var (width, height) = (facts.Width!.Value, facts.Height!.Value);
        yield return Pixels(width, height);
        if (width > 0 && height > 0) yield return Ratio(width, height);
        yield return Colors(facts.IsCmyk);
    }

    private static Check Pixels(int width, int height) => (width, height) switch
    {
        ( < Smallest, _) or (_, < Smallest) => Check.Failed(
            "media_pixels", "media_too_small",
            $"The image has {width} × {height} pixels; Pinterest refuses images that are too small.",
            "Use an image of at least 600 × 900 pixels; 1000 × 1500 is best."),
        _ when (long)width * height > MostPixels => Check.Failed(
            "media_pixels", "media_too_large",
            $"The image has {width} × {height} pixels, more than any service decodes.",
            "Make the image smaller; 1000 × 1500 pixels is what Pinterest recommends."),
        ( < Narrow, _) => Check.Warning(
            "media_pixels", "media_small",
            $"The image is only {width} pixels wide and will look blurred on many screens.",
            "Use an image of 1000 × 1500 pixels if you have one."),
        _ => Check.Passed("media_pixels"),
    };

    private static Check Colors(bool isCmyk) => isCmyk
        ? Check.Warning(
            "media_colors", "media_colors",
            "The image has the colors of print (CMYK); Pinterest may refuse it or show other colors.",
            "Save it in RGB, as for a web page.")
        : Check.Passed("media_colors");

    private static Check Ratio(int width, int height) => ((double)width / height / Recommended) switch
    {
        > 1 + Tolerance => Check.Warning(
            "media_ratio", "media_ratio",
            $"The image ({width} × {height}) is wider than the 2:3 that Pinterest recommends, so it will be shown smaller than others.",
            "Crop it to 2:3, for example 1000 × 1500 pixels."),
        < 1 - Tolerance => Check.Warning(
            "media_ratio", "media_ratio",
            $"The image ({width} × {height}) is taller than the 2:3 that Pinterest recommends, "
                + "so its lower part may be cut off in feeds.",
            "Crop it to 2:3, for example 1000 × 1500 pixels."),
        _ => Check.Passed("media_ratio"),
    };
}

using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>Whether a carousel's pictures have one shape.</summary>
internal static class CarouselSizes
{
    public const string Name = "carousel_sizes";

    private const double Tolerance = 0.01;

    /// <param name="sizes">Width and height of each in pixels, as far as they are known.</param>
    public static Check Check(IReadOnlyList<(int Width, int Height)?> sizes)
    {
        var known = sizes.OfType<(int Width, int Height)>().ToList();
        if (known.Count < sizes.Count) return Http.Check.Skipped(Name, "Not all pictures are here, so their sizes are not known.");

        var (width, height) = known[0];
        var other = known.FindIndex(size => Math.Abs((double)size.Width / size.Height / ((double)width / height) - 1) > Tolerance);
        return other < 0
            ? Http.Check.Passed(Name)
            : Http.Check.Warning(
                Name, "carousel_sizes",
                $"The pictures have different shapes ({width} × {height}, and {known[other].Width} × {known[other].Height} at position "
                    + $"{other + 1}); Pinterest shows them all in the shape of the first.",
                "Crop all pictures to the same shape, for example 1000 × 1500 pixels.");
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Connector.Imports.Reading;

namespace Connector.Imports.Mapping;

/// <summary>Chooses among the pictures of a product.</summary>
internal static partial class PictureChoice
{
    private const double Ideal = 2.0 / 3;

    /// <summary>The pictures that are not said to be narrower.</summary>
    public static IReadOnlyList<ItemImage> WideEnough(IReadOnlyList<ItemImage> images, int? narrowest) =>
        narrowest is null ? images : [.. images.Where(image => SizeOf(image)?.Width is not { } width || width >= narrowest)];

    /// <summary>The nearest to 2:3; the first of those whose size is not known when none is known.</summary>
    public static ItemImage Best(IReadOnlyList<ItemImage> images) => images.MinBy(DistanceOf)!;

    private static double DistanceOf(ItemImage image) =>
        SizeOf(image) is { Width: > 0, Height: > 0 } size ? Math.Abs((double)size.Width / size.Height - Ideal) : 100;

    // WordPress and Shopify write a picture's size into its name.
    private static (int Width, int Height)? SizeOf(ItemImage image)
    {
        if (image is { Width: { } width, Height: { } height }) return (width, height);
        return SizeInName().Match(image.Url) is { Success: true } size ? (Number(size.Groups[1]), Number(size.Groups[2])) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[-_]([0-9]{2,5})x([0-9]{2,5})\.\w+(?:\?|$)", RegexOptions.NonBacktracking)]
    private static partial Regex SizeInName();
}

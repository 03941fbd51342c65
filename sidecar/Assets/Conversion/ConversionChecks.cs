using Connector.Assets.Media;
using Connector.Http;

namespace Connector.Assets.Conversion;

/// <summary>What is said about a picture that was converted, or could not be.</summary>
internal static class ConversionChecks
{
    private const string Again = "Open the file on your computer; if it is fine there, it was damaged on its way here, so send it again.";
    private const string Smaller = "Make the image smaller and send it as JPEG or PNG; 1000 × 1500 pixels is what Pinterest recommends.";

    public static Check Of(MediaFacts before, MediaFacts after, ConversionResult done) => Check.Warning(
        ImageConverter.CheckName, ImageConverter.CheckName,
        $"The image was made {after.Format.Name} for Pinterest: {string.Join("; ", Steps(before, after, done))}.",
        "Nothing needs to be done. Send a JPEG or PNG if you want the pixels to stay as they are, or set the account's convert_images to "
            + "false to have such images refused.");

    public static Check Failed(MediaFacts before, ConversionResult result, ImageOptions limits) => result.Failure switch
    {
        ConversionFailure.Broken => Fails("media_broken", "The image is damaged or cut off: not all of it can be read.", Again),
        ConversionFailure.TooManyPixels => Fails(
            "media_too_large",
            $"The image has {result.Width} × {result.Height} pixels; the connector converts at most {ImageChecks.MostPixels:N0}.",
            Smaller),
        ConversionFailure.Animated => Fails(
            MediaChecks.Unsupported,
            $"The file is {before.Format.Name} with {result.Pages} pictures, so it moves; Pinterest takes no animated images.",
            "Make it an MP4 of 4 seconds or more, or send one of its pictures as JPEG or PNG."),
        ConversionFailure.Late => Fails(
            "conversion_failed", $"Converting the image took longer than {limits.Timeout.TotalSeconds:0} seconds.",
            $"{Smaller} Connector:Images:Timeout allows more."),
        _ => Fails(
            "conversion_failed", $"Converting the image needed more memory than {limits.MemoryBytes:N0} bytes, or could not be completed.",
            $"{Smaller} Connector:Images:MemoryBytes allows more."),
    };

    private static IEnumerable<string> Steps(MediaFacts before, MediaFacts after, ConversionResult done)
    {
        if (before.Format != after.Format) yield return $"it came as {before.Format.Name}";
        if (done.WasCmyk) yield return "its colors were those of print (CMYK) and are those of screens now";
        if ((done.Width, done.Height) != (after.Width, after.Height))
            yield return $"it has {after.Width} × {after.Height} pixels now and had {done.Width} × {done.Height}";
        if (done.WasTurned) yield return "it was turned upright";
        if (done.Pages > 1) yield return $"it shows the first of {done.Pages} pages";
        if (done.IsTransparent) yield return "what was transparent stays so";
        else if (done.WasTransparent) yield return "what was transparent is white now";
        yield return "notes in it, such as where it was taken, were left out";
    }

    private static Check Fails(string code, string message, string advice) => Check.Failed("media_type", code, message, advice);
}

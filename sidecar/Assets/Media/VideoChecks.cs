using Connector.Http;

namespace Connector.Assets.Media;

/// <summary>What Pinterest says about videos: https://help.pinterest.com/en/business/article/pinterest-product-specs</summary>
internal static class VideoChecks
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(4), Longest = TimeSpan.FromMinutes(15);

    // A frame more or less is a matter of rounding.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(100);

    private const double Tallest = 1.0 / 2, Widest = 1.91, Tolerance = 0.01;

    public static IEnumerable<Check> Of(MediaFacts facts) =>
        [Length(facts.Duration), Codec(facts.VideoCodec), Ratio(facts.Width!.Value, facts.Height!.Value), Index(facts.IsMoovFirst)];

    private static Check Length(TimeSpan? duration) => duration switch
    {
        null => Check.Warning(
            "video_length", "video_length_unknown",
            "The video does not say how long it is; Pinterest takes 4 seconds to 15 minutes.",
            "If Pinterest refuses it, write the file anew: ffmpeg -i input -c copy -movflags +faststart output.mp4"),
        { } length when length < Shortest - Rounding => Check.Failed(
            "video_length", "video_too_short",
            $"The video takes {length.TotalSeconds:0.#} seconds; Pinterest takes videos of at least 4 seconds.",
            "Use a longer video, or publish a picture of it as an image."),
        { } length when length > Longest + Rounding => Check.Failed(
            "video_length", "video_too_long",
            $"The video takes {length.TotalMinutes:0.#} minutes; Pinterest takes videos of at most 15 minutes.",
            "Cut the video to 15 minutes or less."),
        _ => Check.Passed("video_length"),
    };

    private static Check Codec(string? codec) => codec is "h264" or "h265"
        ? Check.Passed("video_codec")
        : Check.Failed(
            "video_codec", "video_codec_unsupported",
            $"The picture is encoded as {codec ?? "nothing known"}; Pinterest takes H.264 and H.265.",
            "Encode it as H.264, for example: ffmpeg -i input -c:v libx264 -movflags +faststart output.mp4");

    private static Check Ratio(int width, int height) => ((double)width / height) switch
    {
        < Tallest - Tolerance => Check.Failed(
            "video_ratio", "video_ratio_unsupported",
            $"The video ({width} × {height}) is taller than 1:2, the tallest that Pinterest takes.",
            "Crop it; 2:3, 4:5, 9:16 and 1:1 are what Pinterest recommends."),
        > Widest + Tolerance => Check.Failed(
            "video_ratio", "video_ratio_unsupported",
            $"The video ({width} × {height}) is wider than 1.91:1, the widest that Pinterest takes.",
            "Crop it; 2:3, 4:5, 9:16 and 1:1 are what Pinterest recommends."),
        _ => Check.Passed("video_ratio"),
    };

    // Covers taken from such a video were reported to fail with "could not fetch the image".
    private static Check Index(bool? isFirst) => isFirst is true
        ? Check.Passed("video_moov")
        : Check.Warning(
            "video_moov", "video_moov_last",
            "The video's index (moov) comes after its frames; Pinterest may fail to take the cover from it.",
            "Move it to the front without encoding anew: ffmpeg -i input -c copy -movflags +faststart output.mp4");
}

using Connector.Assets.Media;
using Connector.Http;

namespace Connector.Assets;

/// <summary>Checks a file by its facts: whether Pinterest would take it, and how well it would be shown.</summary>
internal static class MediaChecks
{
    /// <summary>The check of how large a file is.</summary>
    public const string BytesName = "media_bytes";

    /// <summary>The code of a file that Pinterest has no place for.</summary>
    public const string Unsupported = "media_type_unsupported";

    /// <summary>All that can be said; after one that failed for what the file is, nothing else can.</summary>
    /// <param name="facts">What the file is.</param>
    /// <param name="limits">How large it may be.</param>
    public static IReadOnlyList<Check> Of(MediaFacts facts, AssetOptions limits)
    {
        if (facts.Format is { IsTaken: true, Kind: { } kind } && limits.LimitOf(kind) is var most && facts.Bytes > most)
            return [TooLarge(kind, most)];
        var type = Type(facts);
        if (type.HasFailed) return [type];

        return [type, Check.Passed(BytesName), .. facts.Format.Kind == MediaKind.Image ? ImageChecks.Of(facts) : VideoChecks.Of(facts)];
    }

    public static Check Type(MediaFacts facts)
    {
        if (facts.Bytes == 0) return Broken("The file is empty.");
        if (facts.Format.Advice is { } advice)
            return Check.Failed(
                "media_type",
                Unsupported,
                $"The file is {facts.Format.Name}; Pinterest takes JPEG and PNG images, and MP4, MOV and M4V videos.",
                advice);
        return facts.Flaw is { } flaw ? Broken(flaw) : Check.Passed("media_type");
    }

    // Pinterest lists neither, and people report both that it takes them and that it does not.
    private static readonly MediaFormat[] Unlisted = [MediaFormat.WebP, MediaFormat.Avif];

    /// <summary>A warning in place of a refusal, for what Pinterest fetches itself; null for what it surely does not take.</summary>
    public static Check? OfUnlisted(Problem refusal) =>
        Array.Find(Unlisted, format => Type(new MediaFacts(format, 1)).Message == refusal.Detail) is not { } format
            ? null
            : Check.Warning(
                "media_type", "media_type_unlisted",
                $"The address leads to {format.Name}; Pinterest lists JPEG and PNG, and may refuse the pin when it is published.",
                "Give the address of a JPEG or PNG.");

    public static Check OtherKind(string kind, string field) => Check.Failed(
        "media_type", Unsupported, $"The address in {field} leads to {(kind == MediaKind.Image ? "an image" : "a video")}.",
        kind == MediaKind.Image ? "Give an image's address as image_url." : "Give a video's address as video_url.");

    public static Check TooLarge(string kind, long most) => Check.Failed(
        BytesName, "media_too_large", $"The {kind} is larger than {most:N0} bytes, which is the most that is taken.",
        kind == MediaKind.Image
            ? "Make the image smaller; 1000 × 1500 pixels is what Pinterest recommends."
            : "Encode the video with fewer bits, or make it shorter.");

    private static Check Broken(string flaw) =>
        Check.Failed(
            "media_type",
            "media_broken",
            flaw,
            "Open the file on your computer; if it is fine there, it was damaged on its way here, so send it again.");
}

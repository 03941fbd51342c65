using Connector.Common;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;

namespace Connector.Publishing.Videos;

/// <summary>Decides the next step of a video; pure functions, so that a table of tests has every case.</summary>
internal static class VideoDecision
{
    /// <summary>How often an address is tried that does not answer, and a video registered that the storage does not take.</summary>
    public const int Tries = 5;

    // A failure of Pinterest's processing is often a passing one; the second says something about the file.
    private const int Failures = 2;

    // Pinterest reports a video that arrived as processing within seconds.
    private static readonly TimeSpan UnknownFor = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan ShortestGap = TimeSpan.FromSeconds(5), LongestGap = TimeSpan.FromMinutes(5);

    public static VideoChange Fetched(VideoRow row, string assetId, DateTimeOffset now) =>
        To(row with { AssetId = assetId }, VideoStep.Upload, now, $"The video is uploaded to Pinterest, since {Rfc3339.Format(now)}.");

    public static VideoChange NotFetched(VideoRow row, Problem problem, DateTimeOffset now, Random random)
    {
        var mayPass = problem.Status >= 500 || (problem.Code == "media_unreachable" && row.Tries + 1 < Tries);
        return mayPass
            ? RetryLater(row, $"The video could not be fetched: {problem.Detail}", problem.RetryAfter, now, random)
            : Fail(row, problem, retryable: problem.Code == "media_unreachable");
    }

    public static VideoChange Uploaded(VideoRow row, UploadResult result, DateTimeOffset now, Random random) => result.End switch
    {
        UploadEnd.Arrived => Arrived(row, now),
        UploadEnd.TryAgain => RetryLater(row, result.Message, null, now, random),
        UploadEnd.RegisterAnew when row.Tries + 1 < Tries => RetryLater(row with { MediaId = null }, result.Message, null, now, random),
        UploadEnd.NotAllowed => Fail(row, Refused(
            "url_not_allowed", result.Message,
            "Set Connector:Pinterest:UploadHosts if Pinterest has announced that host, then POST /v1/pins/{id}/retry."), retryable: true),
        UploadEnd.RegisterAnew => Fail(row, Refused(
            "media_processing_failed", $"{result.Message} That happened {Tries} times.",
            "Try again later with POST /v1/pins/{id}/retry."), retryable: true),
        _ => Fail(row, Refused("media_too_large", result.Message, "Give another file."), retryable: false),
    };

    /// <summary>The bytes are with Pinterest.</summary>
    public static VideoChange Arrived(VideoRow row, DateTimeOffset now)
    {
        var (next, message) = (To(row, VideoStep.Process, now, ""), Processing(now));
        return next with { Row = next.Row with { DueAt = now + ShortestGap }, Message = message };
    }

    /// <summary>Pinterest has answered how far its processing is.</summary>
    public static VideoChange StatusRead(VideoRow row, MediaStatus status, TimeSpan timeout, DateTimeOffset now) => status switch
    {
        MediaStatus.Succeeded => new VideoChange(row, "") { IsReady = true },
        MediaStatus.Failed when row.Failures + 1 < Failures =>
            Anew(row with { Failures = row.Failures + 1 }, now, "Pinterest could not process the video; it is uploaded once more."),
        MediaStatus.Failed => Fail(row, Refused(
            "media_processing_failed",
            $"Pinterest could not process the video, {Failures} times, and does not say why (media {row.MediaId}, uploaded at "
                + $"{Rfc3339.Format(row.Since)}).",
            "Encode it anew (ffmpeg -i input -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart output.mp4) and make a new pin "
                + "of that."), retryable: true),
        MediaStatus.Registered or MediaStatus.Absent when now - row.Since > UnknownFor && row.Registrations < Tries =>
            Anew(row, now, "Pinterest does not know of the uploaded video; it is uploaded once more."),
        _ when now - row.Since > timeout => Fail(row, Refused(
            "media_processing_failed",
            $"Pinterest has been processing the video since {Rfc3339.Format(row.Since)} and is not done (media {row.MediaId}, "
                + $"{status.ToString().ToLowerInvariant()}).",
            "Try again with POST /v1/pins/{id}/retry, which uploads it anew; Connector:Videos:ProcessingPatience says how long "
                + "is waited."), retryable: true),
        _ => new VideoChange(row with { DueAt = now + Gap(now - row.Since) }, Processing(row.Since)),
    };

    /// <summary>A call to Pinterest about it failed.</summary>
    public static VideoChange CallFailed(VideoRow row, AttemptResult result, DateTimeOffset now, Random random) =>
        result.Next == NextAction.Fail
        ? Fail(row, Refused(result.ErrorCode!, result.Message!, result.ErrorRemediation!), result.Retryable is true)
        : RetryLater(row, result.Message!, result.Delay, now, random);

    public static VideoChange Fail(VideoRow row, Problem problem, bool retryable) =>
        new(row, problem.Detail) { Failure = problem, Retryable = retryable };

    public static VideoChange RetryLater(VideoRow row, string message, TimeSpan? atLeast, DateTimeOffset now, Random random)
    {
        var delay = Backoff.Delay(row.Tries, random);
        return new VideoChange(
            row with { Tries = row.Tries + 1, DueAt = now + (atLeast > delay ? atLeast.Value : delay) }, $"{message} It is tried again.");
    }

    /// <summary>A quarter of the time it has taken so far, so that its end is noticed at most a quarter of that time too late.</summary>
    private static TimeSpan Gap(TimeSpan taken)
    {
        var gap = taken / 4;
        return gap < ShortestGap ? ShortestGap : gap > LongestGap ? LongestGap : gap;
    }

    private static VideoChange Anew(VideoRow row, DateTimeOffset now, string message) =>
        To(row with { MediaId = null }, VideoStep.Upload, now, message);

    private static VideoChange To(VideoRow row, string step, DateTimeOffset now, string message) =>
        new(row with { Step = step, Since = now, DueAt = now, Tries = 0 }, message);

    private static string Processing(DateTimeOffset since) =>
        $"Pinterest processes the video, since {Rfc3339.Format(since)}; minutes are usual.";

    private static Problem Refused(string code, string detail, string remediation) =>
        new(422, code, "The video could not be brought to Pinterest.", detail, remediation);
}

using Connector.Storage;

namespace Connector.Pins.Lifecycle;

/// <summary>While a pin's video is brought to Pinterest; nothing changes for a pin that no longer waits.</summary>
internal sealed partial class PinTransitions
{
    private const string AwaitsVideo = $"id = @pinId and status in {PinStatusSets.InQueue}";

    /// <summary>The next step of the video is due at that time.</summary>
    public static void AwaitVideo(Sql sql, string pinId, string message, DateTimeOffset until, DateTimeOffset now) => Change(
        sql,
        $"wait_code = '{WaitCode.MediaProcessing}', wait_message = @message, wait_until = @until",
        AwaitsVideo,
        new { pinId, message, until, now });

    /// <summary>The pin can be created of the video.</summary>
    public static void VideoReady(Sql sql, string pinId, string mediaId, DateTimeOffset now) =>
        Change(sql, $"media_id = @mediaId, {NoWait}, wait_until = null", AwaitsVideo, new { pinId, mediaId, now });

    /// <summary>The video cannot be brought to Pinterest.</summary>
    public void VideoFailed(Sql sql, string pinId, PinError error, DateTimeOffset now)
    {
        var args = new { pinId, error.Code, error.Message, error.Remediation, error.Retryable, now };
        var change = $"status = '{PinStatus.Failed}', {WithError}, {NoWait}, wait_until = null";
        if (Change(sql, change, AwaitsVideo, args)) End(sql, pinId, now);
    }
}

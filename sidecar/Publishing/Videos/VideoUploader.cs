using Connector.Assets;
using Connector.Http;
using Connector.Pins;
using Connector.Pinterest;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Videos;

/// <summary>Brings a video from our files to Pinterest, and finds out when it is ready there.</summary>
internal sealed class VideoUploader(
    VideoStore store, PinterestVideos pinterest, AssetStore assets, PinChanges changes, IOptions<VideoOptions> options,
    Random random, TimeProvider clock)
{
    /// <summary>Registers the video, durably before its bytes are sent, and sends them.</summary>
    public async Task<VideoChange> UploadAsync(VideoRow row, CancellationToken cancellation)
    {
        if (await HasArrivedAsync(row, cancellation)) return VideoDecision.Arrived(row, Now);
        if (await assets.OpenReadAsync(row.AssetId!, cancellation) is not { } opened)
            return VideoDecision.Fail(row, AssetProblems.Missing(row.AssetId!), retryable: false);

        await using var file = opened;
        var registration = await pinterest.RegisterAsync(row.AccountId, cancellation);
        var registered = row with { MediaId = registration.Registration.MediaId, Registrations = row.Registrations + 1 };
        var change = new VideoChange(registered, $"The video is uploaded to Pinterest, since {Rfc3339.Format(Now)}.");
        if (!await store.WriteAsync(row, change)) return change;

        changes.Raise(row.PinId);
        return VideoDecision.Uploaded(registered, await pinterest.SendAsync(registration, file, cancellation), Now, random);
    }

    /// <summary>Asks Pinterest how far the processing is.</summary>
    public async Task<VideoChange> CheckAsync(VideoRow row, CancellationToken cancellation) =>
        VideoDecision.StatusRead(row, await StatusAsync(row, cancellation), options.Value.ProcessingPatience, Now);

    // When an upload ended before its answer, its bytes may have arrived all the same; then they are not sent again.
    private async Task<bool> HasArrivedAsync(VideoRow row, CancellationToken cancellation) =>
        row.MediaId is not null && await StatusAsync(row, cancellation) is MediaStatus.Processing or MediaStatus.Succeeded;

    private Task<MediaStatus> StatusAsync(VideoRow row, CancellationToken cancellation) =>
        pinterest.StatusAsync(row.AccountId, row.MediaId!, cancellation);

    private DateTimeOffset Now => clock.GetUtcNow();
}

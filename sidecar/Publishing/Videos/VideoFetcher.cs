using Connector.Assets;
using Connector.Http;
using Connector.Pins;
using Microsoft.Extensions.Options;

namespace Connector.Publishing.Videos;

/// <summary>Brings a video from its address into our files.</summary>
internal sealed class VideoFetcher(AssetFetcher fetch, IOptions<AssetOptions> files, Random random, TimeProvider clock)
{
    private const string Field = "video_url";

    private static readonly Problem NoVideo = new(
        422, "media_type_unsupported", "This is no video.", "The address in video_url leads to an image.",
        "Make a new pin, and give the address as image_url.");

    public async Task<VideoChange> FetchAsync(PinRow pin, VideoRow row, CancellationToken cancellation)
    {
        if (MediaExpiry.ProblemAt(pin.MediaUrl, Now, Field) is { } over) return VideoDecision.Fail(row, over, retryable: false);

        try
        {
            var owner = new AssetOwner(pin.WorkspaceId, pin.AccountId);
            var file = await fetch.KeepAsync(
                owner, pin.MediaUrl!, Field, files.Value.FetchTimeout, converts: false, cancellation, MediaKind.Video);
            if (file.Kind != MediaKind.Video) return VideoDecision.Fail(row, NoVideo, retryable: false);
            return CoverTime.ProblemOf(pin.CoverSeconds, file) is { } tooLate
                ? VideoDecision.Fail(row, tooLate, retryable: false)
                : VideoDecision.Fetched(row, file.Id, Now);
        }
        catch (ProblemException refusal)
        {
            return VideoDecision.NotFetched(row, refusal.Problem, Now, random);
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();
}

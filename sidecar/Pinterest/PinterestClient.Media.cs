using Connector.Pinterest.Client;
using static Connector.Pinterest.RateCategory;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    /// <summary>Asks for an address to upload a video to (<see cref="MediaUpload"/>); one that is never used does no harm.</summary>
    public Task<MediaRegistration> RegisterMediaAsync(PinterestSession session, CancellationToken cancellation) =>
        ReadAsync<MediaRegistration>(session, PinterestCall.Post("/media", new MediaRegister()), cancellation, IsUsable);

    /// <summary>How far Pinterest is with it; counts as a read like any other.</summary>
    public async Task<MediaStatus> GetMediaAsync(PinterestSession session, string mediaId, CancellationToken cancellation)
    {
        try
        {
            var media = await ReadAsync<PinterestMedia>(
                session, PinterestCall.Get(OrgRead, $"/media/{Segment(mediaId)}"), cancellation, media => media.MediaId.Length > 0);
            return StatusOf(media.Status);
        }
        catch (PinterestException gone) when (gone.Failure.Status == 404)
        {
            return MediaStatus.Absent;
        }
    }

    // https://github.com/pinterest/api-quickstart takes a missing status for "not found"; a word we do not know is not "ready" yet.
    private static MediaStatus StatusOf(string? status) => status switch
    {
        null or "" => MediaStatus.Absent,
        "registered" => MediaStatus.Registered,
        "succeeded" => MediaStatus.Succeeded,
        "failed" => MediaStatus.Failed,
        _ => MediaStatus.Processing,
    };

    private static bool IsUsable(MediaRegistration registration) =>
        registration is { MediaId.Length: > 0, UploadUrl.Length: > 0, UploadParameters.Count: > 0 }
            && !registration.UploadParameters.ContainsValue(null!);
}

using Connector.Assets;
using Connector.Http;
using Connector.Pins.Checks;

namespace Connector.Pins.Media;

/// <summary>Finds the media of a new pin, and fetches and stores what has to be fetched now.</summary>
internal sealed class MediaIntake(MediaFiles files, ImageBytes images)
{
    /// <param name="caller">Whose files it may be.</param>
    /// <param name="request">The pin.</param>
    /// <param name="terms">What may be done with it.</param>
    /// <param name="cancellation">The caller does not wait any more.</param>
    /// <exception cref="ProblemException">Pinterest would not take it.</exception>
    public async Task<PinContent> TakeAsync(Caller caller, CreatePinRequest request, MediaTerms terms, CancellationToken cancellation)
    {
        if (request.Carousel is { } slides) return await CarouselAsync(slides);
        if (request.ImageBase64 is { } base64)
        {
            var (bytes, checks) = await images.ReadAsync(base64, request.ImageContentType, terms.Converts(), cancellation);
            return new PinContent(PinContent.ImageType) { Image = bytes, Checks = checks };
        }

        var file = request.AssetId is { } id ? files.Given(caller, id, "asset_id", terms)
            : request.ImageUrl is { } image ? await OfAddressAsync(image, "image_url", MediaKind.Image, MustSnapshot(image))
            : await OfAddressAsync(request.VideoUrl!, "video_url", MediaKind.Video, MustSnapshot(request.VideoUrl!));
        var isVideo = request.VideoUrl is not null || file?.Kind == MediaKind.Video;
        if (isVideo) CoverTime.Ensure(request.CoverTimeSeconds, file);
        var content = new PinContent(isVideo ? PinContent.VideoType : PinContent.ImageType)
        {
            Url = request.ImageUrl ?? request.VideoUrl,
            AssetId = file?.Id,
            Checks = file is null ? [] : Asset.From(file).Checks,
        };
        return isVideo ? await CoveredAsync(content) : Uncovered(content);

        bool MustSnapshot(string url) => files.MustSnapshot(request, url, terms);

        // Pinterest takes addresses or bytes and not both: as soon as one picture comes as a file, the others are fetched.
        async Task<PinContent> CarouselAsync(IReadOnlyList<CarouselSlide> slides)
        {
            var asFiles = slides.Any(slide => slide.AssetId is not null || MustSnapshot(slide.ImageUrl!));
            var rows = new List<AssetRow?>();
            foreach (var (index, slide) in slides.Index())
                rows.Add(slide.AssetId is { } id
                    ? files.Given(caller, id, $"carousel[{index}].asset_id", terms, MediaKind.Image)
                    : await OfAddressAsync(slide.ImageUrl!, $"carousel[{index}].image_url", MediaKind.Image, asFiles));
            return Slides(slides, rows);
        }

        async Task<AssetRow?> OfAddressAsync(string url, string field, string kind, bool isTaken)
        {
            if (!isTaken) files.EnsureAddress(request, url, field, kind);
            return isTaken && terms.Keeps() ? await files.SnapshotAsync(caller, url, field, kind, terms, cancellation) : null;
        }

        async Task<PinContent> CoveredAsync(PinContent video)
        {
            var cover = request.CoverAssetId is { } id ? files.Given(caller, id, "cover_asset_id", terms, MediaKind.Image)
                : request.CoverImageUrl is { } url
                    ? await OfAddressAsync(url, "cover_image_url", MediaKind.Image, MustSnapshot(url))
                    : null;
            var second = request is { CoverAssetId: null, CoverImageUrl: null } ? request.CoverTimeSeconds ?? 0 : (long?)null;
            return video with
            {
                CoverAssetId = cover?.Id,
                CoverUrl = request.CoverImageUrl,
                CoverSeconds = second,
                Checks = [.. video.Checks, .. Conversions(cover)],
            };
        }

        PinContent Uncovered(PinContent picture) => request is { CoverAssetId: null, CoverImageUrl: null, CoverTimeSeconds: null }
            ? picture
            : throw Problems.Invalid(
                "asset_id", "is an image, and only a video has a cover. Leave the cover out, or give the id of a video.");
    }

    private static IEnumerable<Check> Conversions(AssetRow? cover) =>
        cover is null ? [] : Asset.From(cover).Checks.Where(check => check.Name == ImageConverter.CheckName);

    private static PinContent Slides(IReadOnlyList<CarouselSlide> slides, List<AssetRow?> rows) => new(PinContent.CarouselType)
    {
        Slides = [.. slides.Zip(rows, (slide, row) => slide with { AssetId = row?.Id })],
        Checks =
        [
            .. rows.OfType<AssetRow>().SelectMany(row => Asset.From(row).Checks.Where(check => check.Warns)).Distinct(),
            CarouselSizes.Check([.. rows.Select(row => row is null ? null : ((int, int)?)(row.Width, row.Height))]),
        ],
    };
}

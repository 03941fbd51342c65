using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Pins.Media;

/// <summary>Which fields about a pin's picture or video go together.</summary>
internal static class MediaRules
{
    private const int FewestSlides = 2, MostSlides = 5;

    public static IEnumerable<ValidationResult> Check(CreatePinRequest pin)
    {
        var given = new (string Field, bool IsGiven)[]
        {
            (nameof(pin.ImageUrl), pin.ImageUrl is not null),
            (nameof(pin.ImageBase64), pin.ImageBase64 is not null),
            (nameof(pin.AssetId), pin.AssetId is not null),
            (nameof(pin.VideoUrl), pin.VideoUrl is not null),
            (nameof(pin.Carousel), pin.Carousel is not null),
        };
        var fields = given.Where(each => each.IsGiven).Select(each => each.Field).ToList();
        if (fields.Count == 0) yield return new(
            "is needed: give exactly one of image_url, image_base64, asset_id, video_url and carousel.", [nameof(pin.ImageUrl)]);
        foreach (var field in fields.Skip(1))
            yield return new($"must be left out when {FieldNames.FromPath(fields[0])} is given.", [field]);

        if (pin.ImageContentType is not null && pin.ImageBase64 is null)
            yield return new("goes with image_base64 only.", [nameof(pin.ImageContentType)]);
        if (pin.SnapshotMedia is not null && pin is { ImageUrl: null, VideoUrl: null, CoverImageUrl: null, Carousel: null })
            yield return new("goes with addresses only: image_url, video_url, cover_image_url or carousel.", [nameof(pin.SnapshotMedia)]);
        foreach (var wrong in Covers(pin).Concat(Slides(pin.Carousel))) yield return wrong;
    }

    private static IEnumerable<ValidationResult> Covers(CreatePinRequest pin)
    {
        var covers = new (string Field, bool IsGiven)[]
        {
            (nameof(pin.CoverImageUrl), pin.CoverImageUrl is not null),
            (nameof(pin.CoverAssetId), pin.CoverAssetId is not null),
            (nameof(pin.CoverTimeSeconds), pin.CoverTimeSeconds is not null),
        };
        var fields = covers.Where(each => each.IsGiven).Select(each => each.Field).ToList();
        if (fields.Count > 0 && pin is { VideoUrl: null, AssetId: null })
            yield return new("goes with a video only: video_url, or the asset_id of one.", [fields[0]]);
        foreach (var field in fields.Skip(1))
            yield return new($"must be left out when {FieldNames.FromPath(fields[0])} is given.", [field]);
    }

    private static IEnumerable<ValidationResult> Slides(IReadOnlyList<CarouselSlide>? slides)
    {
        if (slides is null) yield break;
        if (slides.Count is < FewestSlides or > MostSlides) yield return new(
            $"has {slides.Count} pictures; Pinterest takes {FewestSlides} to {MostSlides}.", [nameof(CreatePinRequest.Carousel)]);
        foreach (var (index, slide) in slides.Index())
            if (slide is null || slide.ImageUrl is null == slide.AssetId is null)
                yield return new("needs exactly one of image_url and asset_id.", [$"{nameof(CreatePinRequest.Carousel)}[{index}]"]);
    }
}

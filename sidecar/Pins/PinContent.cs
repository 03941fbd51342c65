using System.Text.Json;
using Connector.Assets;
using Connector.Http;

namespace Connector.Pins;

/// <summary>The media of a pin: image, video or carousel.</summary>
/// <param name="Type">image, video or carousel.</param>
internal sealed record PinContent(string Type)
{
    public const string ImageType = "image", VideoType = "video", CarouselType = "carousel";

    /// <summary>The picture's or the video's address as it was given.</summary>
    public string? Url { get; init; }

    /// <summary>Its file, where there is one.</summary>
    public string? AssetId { get; init; }

    /// <summary>Its bytes, when they came with the request.</summary>
    public PinImage? Image { get; init; }

    public IReadOnlyList<CarouselSlide>? Slides { get; init; }
    public string? CoverUrl { get; init; }
    public string? CoverAssetId { get; init; }
    public long? CoverSeconds { get; init; }

    /// <summary>What was found out about it; none of them has failed.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    public PinRow ApplyTo(PinRow row) => row with
    {
        MediaType = Type,
        MediaUrl = Url,
        AssetId = AssetId,
        Slides = Slides is null ? null : JsonSerializer.Serialize(Slides, Json.Options),
        CoverUrl = CoverUrl,
        CoverAssetId = CoverAssetId,
        CoverSeconds = CoverSeconds,
    };

    /// <summary>The media as the request names them, before anything is checked.</summary>
    public static PinContent Named(CreatePinRequest request) =>
        new(request.VideoUrl is not null ? VideoType : request.Carousel is not null ? CarouselType : ImageType)
        {
            Url = request.ImageUrl ?? request.VideoUrl,
            Slides = request.Carousel,
            CoverUrl = request.CoverImageUrl,
        };

    /// <summary>As it was stored.</summary>
    public static PinContent From(PinRow row) => new(row.MediaType)
    {
        Url = row.MediaUrl,
        AssetId = row.AssetId,
        Slides = SlidesOf(row),
        CoverUrl = row.CoverUrl,
        CoverAssetId = row.CoverAssetId,
        CoverSeconds = row.CoverSeconds,
    };

    /// <summary>The slides of a carousel as they were stored; null for anything else.</summary>
    public static IReadOnlyList<CarouselSlide>? SlidesOf(PinRow row) =>
        row.Slides is null ? null : JsonSerializer.Deserialize<List<CarouselSlide>>(row.Slides, Json.Options);

    /// <summary>Every file that it is made of.</summary>
    public IEnumerable<string> Assets =>
        new[] { AssetId, CoverAssetId }.Concat(Slides?.Select(slide => slide.AssetId) ?? []).OfType<string>().Distinct();

    /// <summary>Every address needed when the pin is published, its field in a request, and the kind of file it must lead to.</summary>
    public IEnumerable<(string Url, string Field, string Kind)> Addresses
    {
        get
        {
            if (this is { Url: { } url, AssetId: null })
                yield return Type == VideoType ? (url, "video_url", MediaKind.Video) : (url, "image_url", MediaKind.Image);
            if (this is { CoverUrl: { } cover, CoverAssetId: null }) yield return (cover, "cover_image_url", MediaKind.Image);
            foreach (var (index, slide) in (Slides ?? []).Index())
                if (slide is { ImageUrl: { } picture, AssetId: null })
                    yield return (picture, $"carousel[{index}].image_url", MediaKind.Image);
        }
    }
}

using System.Text.Json;
using Connector.Api;

namespace Connector.Pins;

/// <summary>What a pin will show, with all that has to be known about it.</summary>
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

    /// <summary>The slides of a carousel as they were stored; null for anything else.</summary>
    public static IReadOnlyList<CarouselSlide>? SlidesOf(PinRow row) => row.Slides is null ? null : JsonSerializer.Deserialize<List<CarouselSlide>>(row.Slides, Json.Options);

    /// <summary>Every file that a pin is made of.</summary>
    public static IEnumerable<string> AssetsOf(PinRow row) =>
        new[] { row.AssetId, row.CoverAssetId }.Concat(SlidesOf(row)?.Select(slide => slide.AssetId) ?? []).OfType<string>().Distinct();
}

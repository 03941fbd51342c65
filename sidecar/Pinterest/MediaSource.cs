using System.Text.Json.Serialization;

namespace Connector.Pinterest;

/// <summary>Where a new pin's picture or video comes from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "source_type")]
[JsonDerivedType(typeof(ImageUrlSource), "image_url")]
[JsonDerivedType(typeof(ImageBytesSource), "image_base64")]
[JsonDerivedType(typeof(CarouselUrlSource), "multiple_image_urls")]
[JsonDerivedType(typeof(CarouselBytesSource), "multiple_image_base64")]
[JsonDerivedType(typeof(VideoSource), "video_id")]
internal abstract record MediaSource;

/// <summary>Pinterest fetches the image itself, while it answers.</summary>
internal sealed record ImageUrlSource(string Url) : MediaSource;

/// <summary>
/// The image travels in the request; <paramref name="Data"/> is written as plain base64, <paramref name="ContentType"/> is
/// <c>image/jpeg</c> or <c>image/png</c>.
/// </summary>
internal sealed record ImageBytesSource(string ContentType, byte[] Data) : MediaSource;

/// <summary>Two to five images that Pinterest fetches.</summary>
internal sealed record CarouselUrlSource(IReadOnlyList<CarouselUrl> Items, int? Index = null) : MediaSource;

/// <summary>Two to five images in the request.</summary>
internal sealed record CarouselBytesSource(IReadOnlyList<CarouselBytes> Items, int? Index = null) : MediaSource;

/// <summary>One card of a carousel, by URL.</summary>
internal sealed record CarouselUrl(string Url, string? Title = null, string? Description = null, string? Link = null);

/// <summary>One card of a carousel, by its bytes.</summary>
internal sealed record CarouselBytes(
    string ContentType, byte[] Data, string? Title = null, string? Description = null, string? Link = null);

/// <summary>
/// An uploaded video that Pinterest has processed. It needs a cover: an image's URL, an image's bytes, or a moment of the video.
/// </summary>
internal sealed record VideoSource(string MediaId) : MediaSource
{
    public string? CoverImageUrl { get; init; }

    /// <summary><c>image/jpeg</c> or <c>image/png</c>, with <see cref="CoverImageData"/>.</summary>
    public string? CoverImageContentType { get; init; }

    /// <summary>Written as plain base64.</summary>
    public byte[]? CoverImageData { get; init; }

    /// <summary>Whole seconds from the start; beyond the end Pinterest takes the last frame.</summary>
    public int? CoverImageKeyFrameTime { get; init; }
}

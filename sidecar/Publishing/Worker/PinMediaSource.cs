using Connector.Assets;
using Connector.Http;
using Connector.Pins;
using Connector.Pinterest;

namespace Connector.Publishing.Worker;

/// <summary>Makes the media source of a request to Pinterest from a pin's media.</summary>
internal sealed class PinMediaSource(AssetStore assets, PinStore pins, TimeProvider clock)
{
    /// <exception cref="MediaGoneException">A file or an address is not available any more.</exception>
    public MediaSource Of(PinRow pin) => pin.MediaType switch
    {
        PinContent.VideoType => Video(pin),
        PinContent.CarouselType => Carousel(PinContent.SlidesOf(pin)!),
        _ => Image(pin),
    };

    private MediaSource Image(PinRow pin)
    {
        if (pin.AssetId is { } assetId && Read(assetId) is var (type, bytes)) return new ImageBytesSource(type, bytes);
        if (pin.MediaUrl is { } url) return new ImageUrlSource(Fresh(url, "image_url"));
        return pins.Image(pin.Id) is { } image
            ? new ImageBytesSource(image.ContentType, image.Bytes)
            : throw new InvalidOperationException($"Pin {pin.Id} has neither an image's address nor its bytes.");
    }

    private VideoSource Video(PinRow pin)
    {
        var video = new VideoSource(pin.MediaId!);
        if (pin.CoverAssetId is { } assetId && Read(assetId) is var (type, bytes))
            return video with { CoverImageContentType = type, CoverImageData = bytes };
        if (pin.CoverUrl is { } url) return video with { CoverImageUrl = Fresh(url, "cover_image_url") };
        return video with { CoverImageKeyFrameTime = (int)(pin.CoverSeconds ?? 0) };
    }

    private MediaSource Carousel(IReadOnlyList<CarouselSlide> slides) => slides[0].AssetId is null
        ? new CarouselUrlSource([.. slides.Select(Address)])
        : new CarouselBytesSource([.. slides.Select(Bytes)]);

    private CarouselUrl Address(CarouselSlide slide) =>
        new(Fresh(slide.ImageUrl!, "carousel"), slide.Title, slide.Description, slide.LinkUrl);

    private CarouselBytes Bytes(CarouselSlide slide)
    {
        var (type, bytes) = Read(slide.AssetId!);
        return new CarouselBytes(type, bytes, slide.Title, slide.Description, slide.LinkUrl);
    }

    private (string ContentType, byte[] Bytes) Read(string assetId) =>
        assets.Read(assetId) ?? throw new MediaGoneException(AssetProblems.Missing(assetId));

    /// <summary>The address, unless it has expired while the pin waited.</summary>
    private string Fresh(string url, string field) =>
        MediaExpiry.ProblemAt(url, clock.GetUtcNow(), field) is { } over ? throw new MediaGoneException(over) : url;
}

/// <summary>A pin's media is not available any more.</summary>
internal sealed class MediaGoneException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}

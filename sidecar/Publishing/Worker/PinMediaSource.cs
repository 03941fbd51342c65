using Connector.Assets;
using Connector.Http;
using Connector.Pins;
using Connector.Pinterest;

namespace Connector.Publishing.Worker;

/// <summary>Makes the media source of a request to Pinterest from a pin's media.</summary>
internal sealed class PinMediaSource(AssetStore assets, PinStore pins, TimeProvider clock)
{
    /// <exception cref="MediaGoneException">A file or an address is not available any more.</exception>
    /// <exception cref="Common.StorageUnavailableException">A file cannot be reached for now.</exception>
    public Task<MediaSource> OfAsync(PinRow pin, CancellationToken cancellation) => pin.MediaType switch
    {
        PinContent.VideoType => VideoAsync(pin, cancellation),
        PinContent.CarouselType => CarouselAsync(PinContent.SlidesOf(pin)!, cancellation),
        _ => ImageAsync(pin, cancellation),
    };

    private async Task<MediaSource> ImageAsync(PinRow pin, CancellationToken cancellation)
    {
        if (pin.AssetId is { } assetId && await ReadAsync(assetId, cancellation) is var (type, bytes))
            return new ImageBytesSource(type, bytes);
        if (pin.MediaUrl is { } url) return new ImageUrlSource(Fresh(url, "image_url"));
        return pins.Image(pin.Id) is { } image
            ? new ImageBytesSource(image.ContentType, image.Bytes)
            : throw new InvalidOperationException($"Pin {pin.Id} has neither an image's address nor its bytes.");
    }

    private async Task<MediaSource> VideoAsync(PinRow pin, CancellationToken cancellation)
    {
        var video = new VideoSource(pin.MediaId!);
        if (pin.CoverAssetId is { } assetId && await ReadAsync(assetId, cancellation) is var (type, bytes))
            return video with { CoverImageContentType = type, CoverImageData = bytes };
        if (pin.CoverUrl is { } url) return video with { CoverImageUrl = Fresh(url, "cover_image_url") };
        return video with { CoverImageKeyFrameTime = (int)(pin.CoverSeconds ?? 0) };
    }

    private async Task<MediaSource> CarouselAsync(IReadOnlyList<CarouselSlide> slides, CancellationToken cancellation)
    {
        if (slides[0].AssetId is null) return new CarouselUrlSource([.. slides.Select(Address)]);

        var files = new List<CarouselBytes>();
        foreach (var slide in slides) files.Add(await BytesAsync(slide, cancellation));
        return new CarouselBytesSource(files);
    }

    private CarouselUrl Address(CarouselSlide slide) =>
        new(Fresh(slide.ImageUrl!, "carousel"), slide.Title, slide.Description, slide.LinkUrl);

    private async Task<CarouselBytes> BytesAsync(CarouselSlide slide, CancellationToken cancellation)
    {
        var (type, bytes) = await ReadAsync(slide.AssetId!, cancellation);
        return new CarouselBytes(type, bytes, slide.Title, slide.Description, slide.LinkUrl);
    }

    private async Task<(string ContentType, byte[] Bytes)> ReadAsync(string assetId, CancellationToken cancellation) =>
        await assets.ReadAsync(assetId, cancellation) ?? throw new MediaGoneException(AssetProblems.Missing(assetId));

    /// <summary>The address, unless it has expired while the pin waited.</summary>
    private string Fresh(string url, string field) =>
        MediaExpiry.ProblemAt(url, clock.GetUtcNow(), field) is { } over ? throw new MediaGoneException(over) : url;
}

/// <summary>A pin's media is not available any more.</summary>
internal sealed class MediaGoneException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}

using Connector.Http;
using Connector.Pins.Checks;

namespace Connector.Pins.Intake;

/// <summary>The addresses of a request, all changed alike; a request in which nothing changes is returned as it is.</summary>
internal static class RequestAddresses
{
    /// <summary>As they are stored and sent: spaces and letters that are not ASCII are percent-encoded.</summary>
    public static CreatePinRequest Encoded(CreatePinRequest request) => Changed(request, AddressText.Encoded, AddressText.Encoded);

    /// <summary>As they are compared: without what only signs a picture or video.</summary>
    public static CreatePinRequest Unsigned(CreatePinRequest request) =>
        Changed(request, url => SignedUrl.Unsigned(AddressText.Encoded(url)), AddressText.Encoded);

    private static CreatePinRequest Changed(CreatePinRequest request, Func<string, string> media, Func<string, string> link)
    {
        var (image, video) = (Of(media, request.ImageUrl), Of(media, request.VideoUrl));
        var (cover, target) = (Of(media, request.CoverImageUrl), Of(link, request.LinkUrl));
        var isSame = image == request.ImageUrl && video == request.VideoUrl && cover == request.CoverImageUrl && target == request.LinkUrl;
        var changed = isSame ? request : request with { ImageUrl = image, VideoUrl = video, CoverImageUrl = cover, LinkUrl = target };
        return request.Carousel is null ? changed : changed with
        {
            Carousel =
            [
                .. request.Carousel.Select(
                    slide => slide with { ImageUrl = Of(media, slide.ImageUrl), LinkUrl = Of(link, slide.LinkUrl) }),
            ],
        };
    }

    private static string? Of(Func<string, string> change, string? url) => url is null ? null : change(url);
}

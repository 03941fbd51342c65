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
        var changed = request with
        {
            ImageUrl = Of(media, request.ImageUrl),
            VideoUrl = Of(media, request.VideoUrl),
            CoverImageUrl = Of(media, request.CoverImageUrl),
            LinkUrl = Of(link, request.LinkUrl),
        };
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

using System.Net;
using Connector.Pins;
using Connector.Pinterest;

namespace Connector.Publishing.Reconciliation;

/// <summary>A pin's texts, link and kind of media, normalized so that what Pinterest may change about them makes no difference.</summary>
internal sealed record PinFingerprint(string Link, string Title, string Description, string AltText, string MediaType)
{
    // Parameters that Pinterest or a shop may add or strip without changing where the link leads.
    private static readonly string[] Tracking = [LinkMarker.Parameter, "fbclid", "gclid", "msclkid", "epik", "ref", "source"];

    public static PinFingerprint Of(PinRow pin) => new(
        NormalLink(pin.LinkUrl), ComparableText.Of(pin.Title), ComparableText.Of(pin.Description), ComparableText.Of(pin.AltText),
        pin.MediaType);

    public static PinFingerprint Of(PinterestPin pin) => new(
        NormalLink(pin.Link), ComparableText.Of(pin.Title), ComparableText.Of(pin.Description), ComparableText.Of(pin.AltText),
        MediaOf(pin));

    /// <summary>Without scheme, www., tracking parameters, fragment and trailing slash; parameters in order.</summary>
    public static string NormalLink(string? link)
    {
        if (string.IsNullOrWhiteSpace(link)) return "";
        if (!Uri.TryCreate(WebUtility.HtmlDecode(link.Trim()), UriKind.Absolute, out var uri)) return link.Trim();

        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => p.Split('=')[0] is var name
                && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
                && !Tracking.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
        var query = string.Join('&', kept);
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{LinkDomain.Of(link.Trim())}{port}{uri.AbsolutePath.TrimEnd('/')}{(query.Length > 0 ? "?" + query : "")}";
    }

    // A kind that Pinterest does not name, or names in a way unknown here, cannot tell two pins apart.
    private static string MediaOf(PinterestPin pin) => pin.Media?.MediaType switch
    {
        "video" or "multiple_videos" => "video",
        "multiple_images" or "multiple_mixed" => "carousel",
        _ => "image",
    };
}

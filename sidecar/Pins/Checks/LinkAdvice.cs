using Connector.Http;
using Connector.Outgoing;

namespace Connector.Pins.Checks;

/// <summary>Whether Pinterest is likely to block where a pin leads.</summary>
internal static class LinkAdvice
{
    public const string Shortener = "link_shortener", Domain = "link_domain", Host = "link_private";

    // Pinterest blocks links that hide where they lead: https://help.pinterest.com/en/article/blocked-links
    private static readonly HashSet<string> Shorteners =
    [
        "bit.ly", "bitly.com", "tinyurl.com", "goo.gl", "ow.ly", "t.co", "is.gd", "v.gd", "buff.ly", "rebrand.ly",
        "cutt.ly", "rb.gy", "shorturl.at", "t.ly", "tiny.cc", "lnkd.in", "amzn.to", "adf.ly", "bl.ink", "short.io",
    ];

    /// <summary>What the text of a link says.</summary>
    public static IEnumerable<Check> OfAddress(string? link) => [OfShortener(LinkDomain.Of(link)), OfHost(link)];

    /// <summary>What is wrong about the links that a carousel's pictures have of their own, each once.</summary>
    public static IEnumerable<Check> OfSlides(IEnumerable<CarouselSlide>? slides) =>
        (slides ?? []).Select(slide => slide.LinkUrl).OfType<string>().Distinct()
            .SelectMany(OfAddress).Where(check => check.Warns).Distinct();

    public static Check OfShortener(string? domain)
    {
        if (domain is null) return Check.Skipped(Shortener, "The pin has no link.");
        if (!Shorteners.Contains(domain)) return Check.Passed(Shortener);
        return Check.Warning(
            Shortener, "link_blocked", $"{domain} shortens links, and Pinterest blocks links that hide where they lead.",
            "Give the address that it leads to.");
    }

    /// <summary>Whether the people who click can get there.</summary>
    public static Check OfHost(string? link)
    {
        if (link is null || AddressParts.Of(link) is not { } address) return Check.Skipped(Host, "The pin has no link.");
        if (InternetHost.ReasonAgainst(address) is not { } reason) return Check.Passed(Host);
        return Check.Warning(
            Host, "link_private", $"{reason}, so nobody who sees the pin can open {AddressText.Shown(link)}.",
            "Give the address that your visitors use.");
    }

    /// <param name="domain">The link's.</param>
    /// <param name="reason">Why pins that lead there wait; null when they do not.</param>
    public static Check OfDomain(string? domain, string? reason)
    {
        if (domain is null) return Check.Skipped(Domain, "The pin has no link.");
        return reason is null ? Check.Passed(Domain) : Check.Warning(
            Domain, "link_blocked", reason,
            "The pin would wait. Give another link, or let it be tried again with POST /v1/accounts/{id}/resume.");
    }
}

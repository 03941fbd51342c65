using System.Net;
using System.Text.RegularExpressions;
using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>Whether Pinterest would show a page's own title instead of the pin's: it does for "rich" pages, which describe a product, recipe or article.</summary>
/// <remarks>https://help.pinterest.com/en/business/article/rich-pins</remarks>
internal static partial class PageTitle
{
    private const string Name = "page_title";

    public static Check Check(string html, string? title)
    {
        try
        {
            return Compare(html, title);
        }
        catch (RegexMatchTimeoutException)
        {
            return Http.Check.Skipped(Name, "The page is built so that its title could not be read in time.");
        }
    }

    private static Check Compare(string html, string? title)
    {
        if (!IsRich(html)) return Http.Check.Passed(Name);
        var own = OwnTitle(html);
        if (own is null || own.Equals(title?.Trim(), StringComparison.OrdinalIgnoreCase)) return Http.Check.Passed(Name);
        return Http.Check.Warning(
            Name, "page_title", $"The page describes itself for rich pins, so Pinterest may show its title (\"{Shortened(own)}\") instead of the pin's.",
            "If that is not wanted, change the page's og:title, or switch rich pins off for the page: <meta name=\"pinterest-rich-pin\" content=\"false\">.");
    }

    private static bool IsRich(string html) =>
        Property(html, "pinterest-rich-pin") != "false"
        && (Property(html, "og:type") is { } type && (type.EndsWith("product", StringComparison.Ordinal) || type == "article") || RichData().IsMatch(html));

    private static string? OwnTitle(string html) => Property(html, "og:title") is { Length: > 0 } title ? title : null;

    /// <summary>The content of a meta element, whichever of its attributes comes first.</summary>
    private static string? Property(string html, string name)
    {
        foreach (Match meta in Meta().Matches(html))
        {
            var attributes = Attribute().Matches(meta.Value).ToLookup(each => each.Groups["name"].Value.ToLowerInvariant(), each => each.Groups["value"].Value.Trim('"', '\''));
            if (attributes["property"].Concat(attributes["name"]).Contains(name)) return WebUtility.HtmlDecode(attributes["content"].FirstOrDefault())?.Trim();
        }

        return null;
    }

    private static string Shortened(string title) => title.Length <= 100 ? title : title[..100] + "…";

    // Each has a time limit of a second, because a page may be hostile. An HTML parser was tried: sidecar/docs/decisions/0056.
    [GeneratedRegex("""<meta\s[^>]{1,2000}>""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Meta();

    [GeneratedRegex("""(?<name>[a-z-]+)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s>]+)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex("\"@type\"\\s*:\\s*\"(Product|Recipe|Article|NewsArticle|BlogPosting)\"", RegexOptions.None, 1000)]
    private static partial Regex RichData();
}

using System.Net;
using System.Text.RegularExpressions;
using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>
/// Whether Pinterest would show a page's own title instead of the pin's: it does for "rich" pages, which describe a product, recipe or
/// article.
/// </summary>
/// <remarks>https://help.pinterest.com/en/business/article/rich-pins</remarks>
internal static partial class PageTitle
{
    private const string Name = "page_title", Meta = "<meta";

    private const int LongestElement = 2000;

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
        var properties = Properties(html);
        if (!IsRich(html, properties)) return Http.Check.Passed(Name);
        if (properties.GetValueOrDefault("og:title") is not { Length: > 0 } own) return Http.Check.Passed(Name);
        if (own.Equals(title?.Trim(), StringComparison.OrdinalIgnoreCase)) return Http.Check.Passed(Name);

        return Http.Check.Warning(
            Name, "page_title",
            $"The page describes itself for rich pins, so Pinterest may show its title (\"{Shortened(own)}\") instead of the pin's.",
            "If that is not wanted, change the page's og:title, or switch rich pins off for the page: " +
            "<meta name=\"pinterest-rich-pin\" content=\"false\">.");
    }

    private static bool IsRich(string html, Dictionary<string, string?> properties)
    {
        if (properties.GetValueOrDefault("pinterest-rich-pin") == "false") return false;

        var type = properties.GetValueOrDefault("og:type");
        return type == "article" || type?.EndsWith("product", StringComparison.Ordinal) == true || RichData().IsMatch(html);
    }

    /// <summary>The contents of meta elements by their names; of several with one name the first counts.</summary>
    private static Dictionary<string, string?> Properties(string html)
    {
        var properties = new Dictionary<string, string?>();
        foreach (var meta in MetaElements(html))
        {
            var attributes = Attribute().Matches(meta).ToLookup(
                each => each.Groups["name"].Value.ToLowerInvariant(),
                each => each.Groups["value"].Value.Trim('"', '\''));
            var content = WebUtility.HtmlDecode(attributes["content"].FirstOrDefault())?.Trim();
            foreach (var name in attributes["property"].Concat(attributes["name"])) properties.TryAdd(name, content);
        }

        return properties;
    }

    // Each character is read at most twice, whatever the page holds.
    private static IEnumerable<string> MetaElements(string html)
    {
        var (from, end) = (0, -1);
        while (html.IndexOf(Meta, from, StringComparison.OrdinalIgnoreCase) is var start and >= 0)
        {
            if (end < start) end = html.IndexOf('>', start);
            if (end < 0) yield break;

            var isMeta = end - start <= LongestElement && char.IsWhiteSpace(html[start + Meta.Length]);
            if (isMeta) yield return html[start..end];
            from = isMeta ? end : start + Meta.Length;
        }
    }

    private static string Shortened(string title) => title.Length <= 100 ? title : title[..100] + "…";

    // Each has a time limit of a second, because a page may be hostile. An HTML parser was tried: sidecar/docs/decisions/0057.
    [GeneratedRegex("""(?<![a-z-])(?<name>[a-z-]+)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s>]+)""", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex("\"@type\"\\s*:\\s*\"(Product|Recipe|Article|NewsArticle|BlogPosting)\"", RegexOptions.None, 1000)]
    private static partial Regex RichData();
}

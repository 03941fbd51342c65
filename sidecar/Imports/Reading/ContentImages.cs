using System.Net;
using System.Text.RegularExpressions;

namespace Connector.Imports.Reading;

/// <summary>Finds the first picture in the HTML of a post; see decision 117 for why no parser does.</summary>
internal static partial class ContentImages
{
    private const int MostSearched = 256 * 1024;

    public static string? First(string html)
    {
        var some = html.Length <= MostSearched ? html : html[..MostSearched];
        foreach (Match tag in Tag().Matches(some))
        {
            if (Source().Match(tag.Value) is not { Success: true } source) continue;
            var url = WebUtility.HtmlDecode(source.Groups[1].Value).Trim();
            if (url.StartsWith("//", StringComparison.Ordinal)) url = "https:" + url;
            if (url.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return url;
        }

        return null;
    }

    [GeneratedRegex(@"<img\s[^>]*>", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Tag();

    [GeneratedRegex("""\ssrc\s*=\s*["']([^"']*)["']""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Source();
}

using System.Net;
using System.Text.RegularExpressions;

namespace Connector.Imports.Reading;

/// <summary>Finds the first picture in the HTML of a post; see decision 117 for why no parser does.</summary>
internal static partial class ContentImages
{
    private const string Tag = "<img";

    private const int MostSearched = 256 * 1024, MostTags = 100, LongestTag = 4096;

    public static string? First(string html)
    {
        var rest = html.AsSpan(0, Math.Min(html.Length, MostSearched));
        for (var tags = 0; tags < MostTags; tags++)
        {
            var start = rest.IndexOf(Tag, StringComparison.OrdinalIgnoreCase);
            if (start < 0) return null;

            rest = rest[start..];
            var end = rest.IndexOf('>');
            if (end < 0) return null;
            if (end <= LongestTag && AddressIn(rest[..end].ToString()) is { } url) return url;
            rest = rest[end..];
        }

        return null;
    }

    private static string? AddressIn(string tag)
    {
        try
        {
            if (Source().Match(tag) is not { Success: true } source) return null;
            var url = WebUtility.HtmlDecode(source.Groups[1].Value).Trim();
            if (url.StartsWith("//", StringComparison.Ordinal)) url = "https:" + url;
            return url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? url : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex("""\ssrc\s*=\s*["']([^"']*)["']""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 200)]
    private static partial Regex Source();
}

using System.Net;
using System.Text.RegularExpressions;

namespace Connector.Tests.Console;

/// <summary>What came back: mostly a page.</summary>
public sealed partial record Seen(int Status, string Html, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    public IEnumerable<string> SetCookies =>
        Headers.TryGetValue("Set-Cookie", out var cookies) ? cookies.Split('\n') : [];

    /// <summary>Whether it leads to the sign-in, as every page does without a session.</summary>
    public bool AsksToSignIn => Status == 302 && Location!.StartsWith("/sign-in", StringComparison.Ordinal);

    /// <summary>What a person reads of it, in one line.</summary>
    public string Text => TextOf(Html);

    /// <summary>The pins it leads to, in their order.</summary>
    public IReadOnlyList<string> Pins => [.. PinLinks().Matches(Html).Select(match => match.Groups[1].Value)];

    /// <summary>Where a link with this text leads.</summary>
    public string? Link(string text) => Links().Matches(Html)
        .Where(match => TextOf(match.Groups[2].Value).Trim() == text)
        .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
        .FirstOrDefault();

    private static string TextOf(string html) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("href=\"/pins/(pin_[^\"]*)\"")]
    private static partial Regex PinLinks();

    [GeneratedRegex("<a [^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Links();
}

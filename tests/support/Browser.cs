using System.Net;
using System.Text.RegularExpressions;

namespace Connector.Tests.Support;

/// <summary>A browser of one person: it keeps cookies by their rules, and goes where it is sent within the sidecar.</summary>
public sealed class Browser(SidecarApp app)
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http = app.As(null);

    /// <summary>Every Set-Cookie that came.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>Has cookies that came elsewhere, as when a server moved to another port.</summary>
    public void Keep(string address, IEnumerable<string> cookies)
    {
        foreach (var cookie in cookies) _cookies.SetCookies(new Uri(address + "/oauth/"), cookie);
    }

    /// <summary>Opens an address and follows it as long as it stays on the same host, and no longer than the given path.</summary>
    public async Task<BrowserPage> OpenAsync(string address, string? until = null)
    {
        var page = await SendAsync(HttpMethod.Get, new Uri(address), null);
        return await FollowAsync(page, until);
    }

    public async Task<BrowserPage> SubmitAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, string? until = null)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await FollowAsync(await SendAsync(HttpMethod.Post, new Uri(address), form), until);
    }

    private async Task<BrowserPage> FollowAsync(BrowserPage page, string? until)
    {
        while (page.Location is { } next && next.Host == page.Address.Host && !IsReached(next, until))
            page = await SendAsync(HttpMethod.Get, next, null);
        return page;
    }

    private static bool IsReached(Uri next, string? until) =>
        until is not null && next.AbsolutePath.StartsWith(until, StringComparison.Ordinal);

    private async Task<BrowserPage> SendAsync(HttpMethod method, Uri address, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body };
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
        using var answer = await _http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var given) ? given : [])
        {
            SetCookies.Add(cookie);
            _cookies.SetCookies(address, cookie);
        }

        return new BrowserPage(
            address, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location,
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }
}

/// <summary>What a browser shows.</summary>
public sealed partial record BrowserPage(
    Uri Address, int Status, string Html, Uri? Location, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What the page says its code is; null when it says none.</summary>
    public string? Code => CodeLine().Match(Html) is { Success: true } found ? found.Groups[1].Value : null;

    public (int Status, string? Code) Outcome => (Status, Code);

    public string Title => WebUtility.HtmlDecode(TitleLine().Match(Html).Groups[1].Value);

    /// <summary>Where the link with this text leads to.</summary>
    public string Link(string text) => WebUtility.HtmlDecode(
        Links().Matches(Html).Single(link => WebUtility.HtmlDecode(link.Groups[2].Value) == text).Groups[1].Value);

    [GeneratedRegex("Code: <code>([^<]*)</code>")]
    private static partial Regex CodeLine();

    [GeneratedRegex("<h1>([^<]*)</h1>")]
    private static partial Regex TitleLine();

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\">([^<]*)</a>")]
    private static partial Regex Links();
}

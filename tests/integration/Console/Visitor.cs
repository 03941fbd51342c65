using System.Net;
using System.Text.RegularExpressions;

namespace Connector.Tests.Console;

/// <summary>Somebody with a browser, as far as the server sees it: cookies, and the forms of the page seen last.</summary>
internal sealed partial class Visitor(HttpClient client)
{
    public const string SessionCookie = "connector_session";

    /// <summary>By name; a test may steal, change or drop them.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The token of the forms on the page seen last.</summary>
    public string Token { get; set; } = "";

    /// <summary>Another one with the same cookies, as one who copied them has.</summary>
    public Visitor Copy()
    {
        var copy = new Visitor(client) { Token = Token };
        foreach (var (name, value) in Cookies) copy.Cookies[name] = value;
        return copy;
    }

    public Task<Seen> GetAsync(string address, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, address, null, headers);

    /// <summary>Sends a form with the token of the page seen last.</summary>
    public Task<Seen> PostAsync(
        string address, IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] headers) =>
        SendAsync(
            HttpMethod.Post,
            address,
            new FormUrlEncodedContent(
                fields.Append(("forgery_token", Token)).Where(field => field.Item2.Length > 0)
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
            headers);

    public async Task<Seen> SignInAsync(string key, string page = "/sign-in", params (string Name, string Value)[] headers)
    {
        await GetAsync(page);
        return await PostAsync(page, [("_handler", "key"), ("key", key)], headers);
    }

    public Task<Seen> SignOutAsync() => PostAsync("/sign-out", []);

    private async Task<Seen> SendAsync(
        HttpMethod method, string address, HttpContent? content, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in headers)
        {
            if (name == "Host") request.Headers.Host = value;
            else request.Headers.Add(name, value);
        }

        using var answer = await client.SendAsync(request);
        var seen = new Seen(
            (int)answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.Location?.OriginalString,
            answer.Headers.Concat(answer.Content.Headers).ToDictionary(
                header => header.Key, header => string.Join('\n', header.Value), StringComparer.OrdinalIgnoreCase));
        foreach (var cookie in seen.SetCookies) Keep(cookie);
        if (TokenField().Match(seen.Html) is { Success: true } token) Token = WebUtility.HtmlDecode(token.Groups[1].Value);
        return seen;
    }

    private void Keep(string cookie)
    {
        var pair = cookie.Split(';')[0].Split('=', 2);
        if (pair[1].Length == 0) Cookies.Remove(pair[0]);
        else Cookies[pair[0]] = pair[1];
    }

    [GeneratedRegex("name=\"forgery_token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}

/// <summary>What came back.</summary>
internal sealed record Seen(int Status, string Html, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    public IEnumerable<string> SetCookies =>
        Headers.TryGetValue("Set-Cookie", out var cookies) ? cookies.Split('\n') : [];

    /// <summary>Whether it leads to the sign-in, as every page does without a session.</summary>
    public bool AsksToSignIn => Status == 302 && Location!.StartsWith("/sign-in", StringComparison.Ordinal);
}

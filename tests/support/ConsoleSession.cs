using System.Net;
using System.Text.RegularExpressions;

namespace Connector.Tests.Support;

/// <summary>A person at the console with a browser that has no script: it keeps cookies, and sends forms with what protects them.</summary>
public sealed partial class ConsoleSession : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _cookies = [];

    private ConsoleSession(HttpClient client) => _client = client;

    /// <summary>Signs in with a key; the admin key without one.</summary>
    public static async Task<ConsoleSession> SignInAsync(SidecarApp app, string key = SidecarApp.BootstrapKey)
    {
        var session = new ConsoleSession(app.As(null));
        var page = await session.PostAsync("/sign-in", "key", ("key", key));
        return page.Status == 200
            ? session
            : throw new InvalidOperationException($"Not signed in: {page.Status} {page.Html}");
    }

    /// <summary>A key of the default workspace with this scope, limited to these accounts where there are any.</summary>
    public static async Task<ConsoleSession> SignInAsync(SidecarApp app, string scope, params string[] accountIds)
    {
        var ids = accountIds.Length == 0 ? null : accountIds;
        var made = await app.PostAsync("/v1/keys", new { name = "person", scopes = new[] { scope }, account_ids = ids });
        return await SignInAsync(app, (string)made["secret"]!);
    }

    public async Task<ConsoleAnswer> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request);
    }

    /// <summary>Opens the page of a form, sends the form, and follows it to the page that says what was done.</summary>
    /// <param name="path">The address of the page.</param>
    /// <param name="form">The name of the form.</param>
    /// <param name="fields">What its reader types and chooses.</param>
    public async Task<ConsoleAnswer> PostAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(path);
        var token = Token().Match(page.Html);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
                fields.Append(("_handler", form)).Append(("forgery_token", WebUtility.HtmlDecode(token.Groups[1].Value)))
                    .Select(each => KeyValuePair.Create(each.Item1, each.Item2))),
        };
        return await SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    private async Task<ConsoleAnswer> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(each => $"{each.Key}={each.Value}")));
        using var answer = await _client.SendAsync(request);
        Keep(answer);
        if (answer.Headers.Location is not { } next) return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());

        return await GetAsync(next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString);
    }

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var all)) return;

        foreach (var cookie in all.Select(each => each.Split(';')[0].Split('=', 2)))
            if (cookie[1].Length == 0) _cookies.Remove(cookie[0]);
            else _cookies[cookie[0]] = cookie[1];
    }

    [GeneratedRegex("name=\"forgery_token\" value=\"([^\"]*)\"")]
    private static partial Regex Token();
}

/// <summary>A page as it came.</summary>
public sealed partial record ConsoleAnswer(int Status, string Html)
{
    /// <summary>What a person reads of it, in one line.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ");

    /// <summary>The pins it leads to, in their order.</summary>
    public IReadOnlyList<string> Pins => [.. PinLinks().Matches(Html).Select(match => match.Groups[1].Value)];

    /// <summary>Where a link with this text leads.</summary>
    public string? Link(string text) => Links().Matches(Html)
        .Where(match => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(match.Groups[2].Value, " ")), " ").Trim() == text)
        .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
        .FirstOrDefault();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("href=\"/pins/(pin_[^\"]*)\"")]
    private static partial Regex PinLinks();

    [GeneratedRegex("<a [^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Links();
}

using System.Net;
using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>Somebody with a browser without scripts, as far as the server sees it: cookies, and the forms of the page seen last.</summary>
public sealed partial class Visitor(HttpClient client)
{
    public const string SessionCookie = "connector_session";

    /// <summary>By name; a test may steal, change or drop them.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The token of the forms on the page seen last.</summary>
    public string Token { get; set; } = "";

    /// <summary>Somebody who is not signed in.</summary>
    public static Visitor To(SidecarApp app) => new(app.As(null));

    /// <summary>Somebody who signed in with the admin key.</summary>
    public static Task<Visitor> OwnerAsync(SidecarApp app) => WithKeyAsync(app, SidecarApp.BootstrapKey);

    /// <summary>Somebody who signed in with a new key of this scope, limited to these accounts where there are any.</summary>
    public static async Task<Visitor> WithScopeAsync(SidecarApp app, string scope, params string[] accountIds)
    {
        var ids = accountIds.Length == 0 ? null : accountIds;
        var made = await app.PostAsync("/v1/keys", new { name = "person", scopes = new[] { scope }, account_ids = ids });
        return await WithKeyAsync(app, (string)made["secret"]!);
    }

    public static async Task<Visitor> WithKeyAsync(SidecarApp app, string key)
    {
        var visitor = To(app);
        var signedIn = await visitor.FollowAsync(await visitor.SignInAsync(key));
        return signedIn.Status == 200
            ? visitor
            : throw new InvalidOperationException($"Not signed in: {signedIn.Status} {signedIn.Html}");
    }

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
                fields.Append(("forgery_token", Token)).Where(field => field.Item1 != "forgery_token" || field.Item2.Length > 0)
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
            headers);

    /// <summary>Opens a page, sends a form of it by the form's name, and follows it to the page that says what was done.</summary>
    public async Task<Seen> SubmitAsync(string page, string form, params (string Name, string Value)[] fields)
    {
        await GetAsync(page);
        return await FollowAsync(await PostAsync(page, [.. fields, ("_handler", form)]));
    }

    /// <summary>Opens the page of a form, sends a file with it, and follows it to the page that shows the file.</summary>
    /// <param name="address">Where the file goes.</param>
    /// <param name="page">The page of the form.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="token">What protects the form; that of the page without it.</param>
    public async Task<Seen> UploadAsync(string address, string page, byte[] file, string? token = null)
    {
        await GetAsync(page);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token ?? Token), "forgery_token" },
            { new ByteArrayContent(file), "file", "picture.jpg" },
        };
        return await FollowAsync(await SendAsync(HttpMethod.Post, address, form, []));
    }

    public async Task<Seen> SignInAsync(string key, string page = "/sign-in", params (string Name, string Value)[] headers)
    {
        await GetAsync(page);
        return await PostAsync(page, [("_handler", "key"), ("key", key)], headers);
    }

    public Task<Seen> SignOutAsync() => PostAsync("/sign-out", []);

    private async Task<Seen> FollowAsync(Seen answer) => answer.Location is { } next ? await GetAsync(next) : answer;

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

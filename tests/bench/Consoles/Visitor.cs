using System.Diagnostics;
using System.Text.RegularExpressions;
using Connector.Bench.Running;

namespace Connector.Bench.Consoles;

/// <summary>A browser that is signed in with a key, as far as the sidecar notices: cookies, pages and the stream of events.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    private Visitor(RunningSidecar sidecar)
    {
        _http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = sidecar.Address, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public static async Task<Visitor> SignInAsync(RunningSidecar sidecar)
    {
        var visitor = new Visitor(sidecar);
        var form = await visitor._http.GetStringAsync("/sign-in");
        using var fields = new FormUrlEncodedContent(
        [
            new("_handler", "key"), new("key", RunningSidecar.Key), new("forgery_token", Token().Match(form).Groups[1].Value),
        ]);
        using var answer = await visitor._http.PostAsync("/sign-in", fields);
        var page = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && page.Contains("/sign-out", StringComparison.Ordinal)
            ? visitor
            : throw new InvalidOperationException($"Not signed in: {(int)answer.StatusCode} {page}");
    }

    /// <summary>How long a page takes until all of it is here, in milliseconds.</summary>
    /// <param name="address">The page.</param>
    /// <param name="isLive">Whether the script asks for the parts that change, and not a person for the page.</param>
    public async Task<double> OpenAsync(string address, bool isLive)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (isLive) request.Headers.Add("X-Live", "1");
        var begun = Stopwatch.GetTimestamp();
        using var answer = await _http.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return answer.IsSuccessStatusCode && !page.Contains("id=\"key\"", StringComparison.Ordinal)
            ? took
            : throw new InvalidOperationException($"{address}: {(int)answer.StatusCode} {page}");
    }

    /// <summary>Calls back for each event, until the visitor leaves.</summary>
    public async Task FollowAsync(Action happened, CancellationToken leaving)
    {
        using var answer = await _http.GetAsync("/v1/events/stream", HttpCompletionOption.ResponseHeadersRead, leaving);
        answer.EnsureSuccessStatusCode();
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(leaving));
        while (await lines.ReadLineAsync(leaving) is { } line)
            if (line.StartsWith("event: ", StringComparison.Ordinal)) happened();
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"forgery_token\" value=\"([^\"]*)\"")]
    private static partial Regex Token();
}

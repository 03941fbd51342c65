using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace Connector.Http;

/// <summary>
/// Writes one line in the log for each refused request, so that a person finds it by the <c>request_id</c> that its caller reports; never
/// a query, a body or a key.
/// </summary>
internal sealed partial class Refusals(TimeProvider clock, ILogger<Refusals> logger)
{
    /// <summary>Lines a minute for requests with a valid key, and as many for all others: a stranger must not fill the disk.</summary>
    public const int MostAMinute = 300;

    private const int LongestPath = 200;
    private const string Key = "Connector.ProblemCode";

    private readonly Lock _gate = new();
    private readonly int[] _counts = new int[2];
    private DateTimeOffset _minute;

    /// <summary>Remembers the code of the problem that is answered.</summary>
    public static void Note(HttpContext http, object? code) => http.Items[Key] = code;

    /// <summary>Lets the request through, and says afterwards if it was refused; a 500 has a line of its own.</summary>
    public async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        var method = http.Request.Method;
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        await next(http);

        var status = http.Response.StatusCode;
        // A health check that answers 503 has no code: what is wrong is said where it began.
        if (status < 400 || status == 500 || (status > 500 && !http.Items.ContainsKey(Key))) return;

        var caller = Caller.Of(http.User);
        if (!MaySay(caller is not null)) return;
        var code = http.Items.TryGetValue(Key, out var noted) ? noted : Problems.OfStatus(status).Code;
        var path = Printable(target is ['/', ..] ? target : http.Request.Path.ToUriComponent());
        Log.Refused(logger, method, path, status, code, http.TraceIdentifier, caller?.KeyId ?? "none");
    }

    private bool MaySay(bool isKnown)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now - _minute >= TimeSpan.FromMinutes(1) || now < _minute)
            {
                _minute = now;
                Array.Clear(_counts);
            }

            var count = ++_counts[isKnown ? 1 : 0];
            if (count == MostAMinute + 1) Log.TooMany(logger, MostAMinute, isKnown ? "with a valid key" : "without a valid key");
            return count <= MostAMinute;
        }
    }

    // As it was sent, which is percent-encoded and stays on its line; somebody may have put a key into an address by mistake.
    private static string Printable(string target)
    {
        var text = OneTimeLink().Replace(ApiKey().Replace(target.Split('?')[0], "pck_…"), "/oauth/begin/…");
        return text.Length <= LongestPath ? text : text[..LongestPath] + "…";
    }

    [GeneratedRegex(@"pck_[\w%-]+")]
    private static partial Regex ApiKey();

    [GeneratedRegex("/oauth/begin/[^/]+")]
    private static partial Regex OneTimeLink();

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Information, "{Method} {Path} was refused with {Status} {Code} (request_id {RequestId}, API key {KeyId}).")]
        public static partial void Refused(
            ILogger logger, string method, string path, int status, object? code, string requestId, string keyId);

        [LoggerMessage(
            LogLevel.Warning,
            "More than {Limit} requests {Whose} were refused within a minute: the rest of it is left out. Find out who sends them.")]
        public static partial void TooMany(ILogger logger, int limit, string whose);
    }
}

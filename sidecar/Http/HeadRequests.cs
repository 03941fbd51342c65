using Microsoft.AspNetCore.Http.Metadata;

namespace Connector.Http;

/// <summary>Answers HEAD wherever GET is answered, with the same headers; the server leaves the body out.</summary>
internal static class HeadRequests
{
    private const string Key = "Connector.IsHead";

    public static Task ReadAsGet(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(http.Request.Method)) return next(http);

        http.Items[Key] = true;
        http.Request.Method = HttpMethods.Get;
        return next(http);
    }

    /// <summary>Whether the caller asked for the headers only: it must change nothing.</summary>
    public static bool IsHead(HttpContext http) => http.Items.ContainsKey(Key);

    /// <summary>A stream has no end, and its caller would wait for nothing.</summary>
    public static Task RefuseStreams(HttpContext http, RequestDelegate next) =>
        IsHead(http) && http.GetEndpoint()?.Metadata.OfType<IProducesResponseTypeMetadata>()
            .Any(answer => answer.ContentTypes.Contains("text/event-stream")) == true
            ? ProblemJson.WriteAsync(http, Problems.OfStatus(405)).AsTask()
            : next(http);
}

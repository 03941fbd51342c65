using Microsoft.AspNetCore.Http.Features;

namespace Connector.Http;

/// <summary>
/// Refuses an address with a segment "." or "..", also an encoded one. The server resolves them before it chooses the operation:
/// DELETE /v1/boards/1/sections/%2e%2e would delete the board.
/// </summary>
internal static class DotSegments
{
    public static Task Refuse(HttpContext http, RequestDelegate next)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        return AreIn(target)
            ? ProblemJson.WriteAsync(http, Problems.OfStatus(404)).AsTask()
            : next(http);
    }

    /// <summary>Whether the path of a request's target, as it was sent, has such a segment.</summary>
    public static bool AreIn(string target) => target.AsSpan().ContainsAny('.', '%') && target
        .Split('?')[0]
        .Split('/', '\\')
        .Any(segment => Uri.UnescapeDataString(segment) is "." or "..");
}

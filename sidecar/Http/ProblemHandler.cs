using System.Text.Json;
using Connector.Common;
using FastEndpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace Connector.Http;

/// <summary>Turns refusals, requests that could not be read, and writes that were not stored into problem details.</summary>
internal sealed class ProblemHandler : IExceptionHandler
{
    /// <summary>The problem that an exception stands for; null when it is none of these.</summary>
    public static Problem? Of(Exception exception) => exception switch
    {
        ProblemException refused => refused.Problem,
        BadHttpRequestException unreadable => UnreadableRequest.Explain(unreadable),
        ValidationFailureException invalid => ProblemJson.Invalid(InvalidFields.Of(invalid)),
        StorageUnavailableException unavailable => Problems.StorageUnavailable(unavailable.Message, isCertain: !unavailable.IsFinal),
        _ when MissingReference.Is(exception) => Problems.ErasedMeanwhile,
        _ => null,
    };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The MCP SDK reads what it is sent itself, and its mistakes are the caller's.
        var problem = exception is JsonException unread && httpContext.Request.Path.StartsWithSegments("/mcp", StringComparison.Ordinal)
            ? UnreadableRequest.Explain(unread)
            : Of(exception);
        if (problem is null) return false;

        if (problem.Status == 401) httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        try
        {
            await ProblemJson.WriteAsync(httpContext, problem);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone, as one is who broke off in the middle of the body: that is no fault of ours to log.
        }

        return true;
    }
}

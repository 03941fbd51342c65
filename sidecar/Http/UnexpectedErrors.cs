using Microsoft.AspNetCore.Diagnostics;

namespace Connector.Http;

/// <summary>Answers 500 for what no other handler knows, and logs it under the request's id, so that one finds the other.</summary>
internal sealed partial class UnexpectedErrors(ILogger<UnexpectedErrors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // Only the path: a query may hold what callers search for, and some addresses hold secrets there.
        Log.Failed(logger, httpContext.Request.Method, httpContext.Request.Path, httpContext.TraceIdentifier, exception);
        await ProblemJson.WriteAsync(httpContext, Problems.OfStatus(StatusCodes.Status500InternalServerError));
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "{Method} {Path} failed; the answer was 500 with request_id {RequestId}. This is a bug: report it with the stack trace.")]
        public static partial void Failed(ILogger logger, string method, PathString path, string requestId, Exception error);
    }
}

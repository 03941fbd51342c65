using Connector.Common;
using Connector.Http;
using Microsoft.AspNetCore.Diagnostics;

namespace Connector;

/// <summary>Answers a request that could not be stored: 503, nothing accepted, nothing lost.</summary>
internal sealed class StorageProblemHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not StorageUnavailableException unavailable) return false;

        await ProblemJson.WriteAsync(httpContext, Problems.StorageUnavailable(unavailable.Message, isCertain: !unavailable.IsFinal));
        return true;
    }
}

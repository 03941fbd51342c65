using Connector.Api;
using Connector.Pinterest;
using Microsoft.AspNetCore.Diagnostics;

namespace Connector.Accounts;

/// <summary>Answers a request during which Pinterest refused or could not be reached.</summary>
internal sealed class PinterestProblemHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not PinterestException refused) return false;

        await ProblemJson.WriteAsync(httpContext, PinterestProblems.From(refused.Failure));
        return true;
    }
}

using Connector.Http;
using Microsoft.AspNetCore.Diagnostics;

namespace Connector.Accounts.Calls;

/// <summary>Answers a request with a problem when Pinterest refused a call or could not be reached.</summary>
internal sealed class PinterestProblemHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (PinterestProblems.Of(exception) is not { } problem) return false;

        await ProblemJson.WriteAsync(httpContext, problem);
        return true;
    }
}

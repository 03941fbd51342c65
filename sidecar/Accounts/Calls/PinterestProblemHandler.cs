using Connector.Http;
using Connector.Pinterest;
using Microsoft.AspNetCore.Diagnostics;

namespace Connector.Accounts.Calls;

/// <summary>Answers a request with a problem when Pinterest refused a call or could not be reached.</summary>
internal sealed class PinterestProblemHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var failure = exception switch
        {
            PinterestException refused => refused.Failure,
            TokenRefreshException refused => refused.Failure,
            _ => null,
        };
        if (failure is null) return false;

        await ProblemJson.WriteAsync(httpContext, PinterestProblems.From(failure));
        return true;
    }
}

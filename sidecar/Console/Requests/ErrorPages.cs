using Connector.Console.Pages;
using Connector.Console.Parts;
using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Console.Requests;

/// <summary>Answers a request with the page of a problem.</summary>
internal sealed partial class ErrorPages(ILogger<ErrorPages> logger)
{
    /// <summary>The page of what went wrong in a request; a bug is logged under the request's id.</summary>
    public Task ShowAsync(HttpContext http, Exception error)
    {
        if (ConsoleProblems.Of(error) is { } problem) return ShowAsync(http, PageWords.Of(problem));

        Log.Failed(logger, http.Request.Method, http.Request.Path, http.TraceIdentifier, error);
        return ShowAsync(http, Problems.OfStatus(StatusCodes.Status500InternalServerError));
    }

    public static async Task ShowAsync(HttpContext http, Problem problem)
    {
        http.Response.Clear();
        Refusals.Note(http, problem.Code);
        if (problem.RetryAfterSeconds is { } seconds) http.Response.Headers.RetryAfter = $"{seconds}";

        // What renders components is bound to a scope and keeps the state of the page that failed; and a form must not be sent to this one.
        var services = http.RequestServices;
        await using var scope = services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        http.Request.Method = HttpMethods.Get;
        http.Request.ContentType = null;
        try
        {
            var page = new RazorComponentResult<ProblemPage>(new Dictionary<string, object?> { [nameof(ProblemPage.Problem)] = problem })
            {
                StatusCode = problem.Status,
                PreventStreamingRendering = true,
            };
            await page.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Error,
            "{Method} {Path} failed; the page shows request_id {RequestId}. This is a bug: report it with the stack trace.")]
        public static partial void Failed(ILogger logger, string method, PathString path, string requestId, Exception error);
    }
}

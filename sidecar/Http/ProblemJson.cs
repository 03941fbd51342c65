using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Http;

/// <summary>Writes problems, wherever they come from, in one shape.</summary>
internal static partial class ProblemJson
{
    public static async ValueTask WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        Refusals.Note(http, problem.Code);
        await http.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = Details(problem, http) });
    }

    /// <summary>Completes the problems that ASP.NET Core writes itself (status pages), and adds the request id to all.</summary>
    public static void Customize(ProblemDetailsContext context)
    {
        var details = context.ProblemDetails;
        if (!details.Extensions.ContainsKey("code"))
            Fill(details, Problems.OfStatus(details.Status ?? context.HttpContext.Response.StatusCode));

        details.Extensions.Remove("trace_id");
        details.Extensions["request_id"] = context.HttpContext.TraceIdentifier;
        if (details.Extensions.TryGetValue("retry_after_seconds", out var seconds))
            context.HttpContext.Response.Headers.RetryAfter = $"{seconds}";
    }

    /// <summary>A problem as it is written, for an answer that holds several.</summary>
    public static ProblemDetails Details(Problem problem, HttpContext http)
    {
        var details = new ProblemDetails { Status = problem.Status };
        Fill(details, problem);
        if (problem.AccountToConnect is { } account)
            details.Extensions["connect_url"] = http.RequestServices.GetRequiredService<PublicAddress>().OfConnecting(account);
        details.Extensions["request_id"] = http.TraceIdentifier;
        return details;
    }

    /// <summary>The problem of a request whose fields break rules.</summary>
    public static Problem Invalid(IEnumerable<KeyValuePair<string, string[]>> errors) =>
        Problems.InvalidFields(errors.ToDictionary(e => FieldNames.FromPath(e.Key), e => Array.ConvertAll(e.Value, WithoutName)));

    // .NET's own messages begin with the name of our property: "The Name field is required.", "The field limit must be …"
    private static string WithoutName(string message) => PropertyName().Replace(message, "");

    [GeneratedRegex(@"^The (field \w+|\w+ field) ")]
    private static partial Regex PropertyName();

    private static void Fill(ProblemDetails details, Problem problem)
    {
        details.Type = "urn:pinterest-connector:problem:" + problem.Code;
        details.Title = problem.Title;
        details.Detail = problem.Detail;
        details.Extensions["code"] = problem.Code;
        details.Extensions["remediation"] = problem.Remediation;
        if (problem.Pinterest is { } refusal) details.Extensions["pinterest"] = refusal;
        if (problem.RetryAfterSeconds is { } seconds) details.Extensions["retry_after_seconds"] = seconds;
        if (problem.Errors is { } errors) details.Extensions["errors"] = errors;
    }
}

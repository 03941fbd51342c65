using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace Connector.Api;

/// <summary>Turns refusals, and requests that could not be read, into problem details.</summary>
internal sealed class ProblemHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            ProblemException refused => refused.Problem,
            BadHttpRequestException unreadable => OfUnreadable(unreadable),
            _ => null,
        };
        if (problem is null) return false;

        await ProblemJson.WriteAsync(httpContext, problem);
        return true;
    }

    private static Problem OfUnreadable(BadHttpRequestException error) => error switch
    {
        { InnerException: JsonException json } => Problems.InvalidFields(new Dictionary<string, string[]> { [Field(json)] = [Explain(json)] }),
        { StatusCode: 400 } => Problems.InvalidFields(new Dictionary<string, string[]> { ["request"] = [error.Message] }),
        _ => Problems.OfStatus(error.StatusCode),
    };

    private static string Field(JsonException json) =>
        json.Path is { Length: > 2 } path ? FieldNames.FromPath(path) : UnknownField(json) ?? "body";

    private static string Explain(JsonException json) => json switch
    {
        _ when UnknownField(json) is not null => "This field is not known. A typo must not publish a wrong pin, so unknown fields are refused.",
        { Message: var m } when m.Contains("duplicate", StringComparison.OrdinalIgnoreCase) => "This field is given more than once.",
        { InnerException: FormatException format } => format.Message,
        { Message: var m } when m.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) => "The value has the wrong type.",
        { Message: var m } when m.Contains("surrogate", StringComparison.OrdinalIgnoreCase) || m.Contains("UTF-16", StringComparison.Ordinal) => "The text holds half of a surrogate pair, which is not a character.",
        _ => $"The body is not valid JSON (line {json.LineNumber + 1}, position {json.BytePositionInLine + 1}).",
    };

    // The serializer names an unknown member only in its message, in quotes.
    private static string? UnknownField(JsonException json) =>
        json.Message.Contains("could not be mapped", StringComparison.Ordinal) && json.Message.Split('\'') is { Length: > 1 } parts ? parts[1] : null;
}

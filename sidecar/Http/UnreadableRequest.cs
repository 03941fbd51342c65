using System.Text.Json;
using System.Text.RegularExpressions;

namespace Connector.Http;

/// <summary>Explains requests that ASP.NET Core could not read: which field and why, not which type of ours.</summary>
internal static partial class UnreadableRequest
{
    public static Problem Explain(BadHttpRequestException error) => error switch
    {
        { InnerException: JsonException json } => Explain(json),
        { StatusCode: 400 } when Unbound().Match(error.Message) is { Success: true } match =>
            Invalid(FieldNames.FromPath(match.Groups["name"].Value), $"cannot be read from \"{match.Groups["value"].Value}\"."),
        { StatusCode: 400 } when error.Message.Contains("no body was provided", StringComparison.Ordinal) =>
            Invalid("body", "is missing; this operation takes a JSON object."),
        _ => Problems.OfStatus(error.StatusCode),
    };

    public static Problem Explain(JsonException error) => Invalid(Field(error), Words(error));

    private static Problem Invalid(string field, string message) =>
        Problems.InvalidFields(new Dictionary<string, string[]> { [field] = [message] });

    private static string Field(JsonException json) => MissingField(json) is { } missing
        ? FieldNames.FromPath($"{json.Path}.{missing}")
        : json.Path is { Length: > 2 } path ? FieldNames.FromPath(path) : UnknownField(json) ?? "body";

    private static string Words(JsonException json) => json switch
    {
        _ when UnknownField(json) is not null =>
            "This field is not known. A typo must not publish a wrong pin, so unknown fields are refused.",
        _ when MissingField(json) is not null => "This field is missing.",
        { Message: var m } when m.Contains("duplicate", StringComparison.OrdinalIgnoreCase) => "This field is given more than once.",
        { Message: var m } when m.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal) =>
            "is missing; this operation takes a JSON object.",
        { InnerException: FormatException format } => format.Message,
        { Message: var m } when m.StartsWith("The JSON value could not be converted", StringComparison.Ordinal) =>
            "The value has the wrong type.",
        { Message: var m } when m.Contains("surrogate", StringComparison.OrdinalIgnoreCase)
            || m.Contains("UTF-16", StringComparison.Ordinal) => "The text holds half of a surrogate pair, which is not a character.",
        _ => $"The body is not valid JSON (line {json.LineNumber + 1}, position {json.BytePositionInLine + 1}).",
    };

    // The serializer names an unknown member only in its message, in quotes.
    private static string? UnknownField(JsonException json) =>
        json.Message.Contains("could not be mapped", StringComparison.Ordinal) && json.Message.Split('\'') is { Length: > 1 } parts
            ? parts[1]
            : null;

    // So is the first of those that are missing.
    private static string? MissingField(JsonException json) =>
        json.Message.Contains("missing required properties", StringComparison.Ordinal) && json.Message.Split("including:") is [_, var names]
            ? names.Split('\'')[1]
            : null;

    // ASP.NET Core names the parameter and its type only in the message.
    [GeneratedRegex("^Failed to bind parameter \".* (?<name>\\w+)\" from \"(?<value>.*)\"\\.$", RegexOptions.Singleline)]
    private static partial Regex Unbound();
}

using System.Text.Json;
using Connector.Http.Reading;

namespace Connector.Http;

/// <summary>Explains requests that could not be read: names the field and the reason, never a .NET type.</summary>
internal static class UnreadableRequest
{
    public static Problem Explain(BadHttpRequestException error) => error switch
    {
        { InnerException: JsonException json } => Explain(json),
        _ => Problems.OfStatus(error.StatusCode),
    };

    public static Problem Explain(JsonException error) => Problems.InvalidField(Field(error), Words(error));

    private static string Field(JsonException json) => MissingField(json) is { } missing
        ? FieldNames.FromPath($"{PathOf(json)}.{missing}")
        : PathOf(json) is { Length: > 2 } path ? FieldNames.FromPath(path) : UnknownField(json) ?? "body";

    private static string PathOf(JsonException json) => json.Path + (json as NestedJsonException)?.Rest;

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

    // Of the required members that are missing, it names the first one only in its message.
    private static string? MissingField(JsonException json) =>
        json.Message.Contains("missing required properties", StringComparison.Ordinal) && json.Message.Split("including:") is [_, var names]
            ? names.Split('\'')[1]
            : null;
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Http.Reading;

namespace Connector.Http;

/// <summary>Explains requests that could not be read: names the field and the reason, never a .NET type.</summary>
internal static partial class UnreadableRequest
{
    public static Problem Explain(BadHttpRequestException error) => error switch
    {
        { InnerException: JsonException json } => Explain(json),
        _ => Problems.OfStatus(error.StatusCode),
    };

    public static Problem Explain(JsonException error) => Problems.InvalidField(Field(error), Words(error));

    private static string Field(JsonException json) =>
        PathOf(json) is { Length: > 2 } path ? FieldNames.FromPath(path) : UnknownField(json) ?? "body";

    // A list is complete when it is checked, so the path ends, if at all, with the index behind its last element.
    public static string PathOf(JsonException json) => json switch
    {
        NestedJsonException nested => json.Path + PathOf(nested.Inside).TrimStart('$'),
        NullItemException item => $"{IndexAtEnd().Replace(json.Path ?? "", "")}[{item.Index}]",
        _ => MissingField(json) is { } missing ? $"{json.Path}.{missing}" : json.Path ?? "",
    };

    private static string Words(JsonException json) => json switch
    {
        InvalidJsonException own => own.Message,
        NestedJsonException nested => Words(nested.Inside),
        _ when UnknownField(json) is not null =>
            "This field is not known. A typo must not publish a wrong pin, so unknown fields are refused.",
        _ when MissingField(json) is not null => "This field is missing.",
        { Message: var m } when m.Contains("duplicate", StringComparison.OrdinalIgnoreCase) => "This field is given more than once.",
        { Message: var m } when m.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal) =>
            RequiredBodyAttribute.Missing,
        { Message: var m } when m.Contains("surrogate", StringComparison.OrdinalIgnoreCase)
            || m.Contains("UTF-16", StringComparison.Ordinal) => "The text holds half of a surrogate pair, which is not a character.",
        { Message: var m } when m.Contains("configured depth", StringComparison.Ordinal) => "is nested too deeply.",
        { InnerException: InvalidOperationException or System.Text.DecoderFallbackException } when !IsOfAnotherType(json) =>
            "holds text that is not valid Unicode: half a character, or bytes that are not UTF-8.",
        _ => ExpectedValue.Of(json)
            ?? $"The body is not valid JSON (line {json.LineNumber + 1}, position {json.BytePositionInLine + 1}).",
    };

    // So a number is refused that stands where true or false is expected.
    private static bool IsOfAnotherType(JsonException json) =>
        json.InnerException!.Message.StartsWith("Cannot get the value of a token type", StringComparison.Ordinal);

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

    [GeneratedRegex(@"\[\d+\]$")]
    private static partial Regex IndexAtEnd();
}

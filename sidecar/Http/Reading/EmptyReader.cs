using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Http.Reading;

/// <summary>Reads an optional value that is no text, and "" in its place as nothing.</summary>
/// <param name="words">What the value must be, for a caller who gives another.</param>
internal sealed class EmptyReader<T>(string? words) : JsonConverter<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (EmptyText.IsAt(ref reader)) return default;

        var value = reader;
        try
        {
            return JsonSerializer.Deserialize<T>(ref reader, options);
        }
        catch (JsonException unreadable)
        {
            throw new NestedJsonException(words is null
                ? unreadable
                : new InvalidJsonException($"is {Shown.Cut(Raw(ref value))}, and {words}", UnreadableRequest.PathOf(unreadable)));
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options);

    private static string Raw(ref Utf8JsonReader value) => JsonElement.ParseValue(ref value).GetRawText();
}

/// <summary>Tells the setter of a property that "" was read for it: the value alone does not, because null may clear a field.</summary>
internal static class EmptyText
{
    // A property is set right after it was read, by the same thread.
    [ThreadStatic]
    private static bool _wasRead;

    public static bool IsAt(ref Utf8JsonReader reader) =>
        _wasRead = reader.TokenType == JsonTokenType.String
            && (reader.HasValueSequence ? reader.ValueSequence.IsEmpty : reader.ValueSpan.IsEmpty);

    public static bool WasRead()
    {
        var was = _wasRead;
        _wasRead = false;
        return was;
    }
}

/// <summary>A value inside of another one cannot be read; the path of this exception ends at the outer one.</summary>
internal sealed class NestedJsonException(JsonException inside) : JsonException(inside.Message, inside)
{
    public JsonException Inside => inside;
}

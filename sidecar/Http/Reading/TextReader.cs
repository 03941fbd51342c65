using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Http.Reading;

/// <summary>Reads a text of a request, and says what is wrong with half a character, or with an id that is no text.</summary>
internal sealed class TextReader : JsonConverter<string>
{
    public static readonly TextReader Plain = new(), OfId = new() { IsId = true };

    private const int EscapeLength = 6;

    private bool IsId { get; init; }

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (IsId && reader.TokenType == JsonTokenType.Number) throw new InvalidJsonException(NumberWords(Raw(ref reader)));
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException) when (reader.TokenType == JsonTokenType.String)
        {
            throw new InvalidJsonException(HalfWords(Raw(ref reader)) ?? "holds bytes that are not UTF-8.");
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static string NumberWords(string number) =>
        $"is the number {Shown.Cut(number)}. Put it in quotes: an id is a text, and numbers this long lose digits.";

    // JSON writes half of a surrogate pair as \ud83d alone; text cut by UTF-16 units, as JavaScript's slice does, ends in it.
    private static string? HalfWords(string raw) => IndexOfHalf(raw) switch
    {
        < 0 => null,
        var at when at + EscapeLength == raw.Length =>
            "ends in half a character (an emoji was cut). Cut by whole characters: in JavaScript Array.from(text).slice(0, 100).join('').",
        _ => "contains half a character (an emoji was cut). Cut by whole characters, or take what is left of it away.",
    };

    private static int IndexOfHalf(string raw)
    {
        var at = 0;
        while ((at = raw.IndexOf('\\', at)) >= 0)
        {
            var (first, second) = (UnitAt(raw, at), UnitAt(raw, at + EscapeLength));
            if (char.IsHighSurrogate(first) && char.IsLowSurrogate(second)) at += 2 * EscapeLength;
            else if (char.IsSurrogate(first)) return at;
            else at += 2;
        }

        return -1;
    }

    /// <summary>What the escape at this place stands for; NUL where there is none.</summary>
    private static char UnitAt(string raw, int at) =>
        at + EscapeLength <= raw.Length
        && raw[at] == '\\' && raw[at + 1] == 'u'
        && ushort.TryParse(raw.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';

    private static string Raw(ref Utf8JsonReader reader) =>
        Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
}

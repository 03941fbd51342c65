using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Connector.Http;

/// <summary>Times on the wire: read with any offset, never without one; written in UTC with <c>Z</c> and milliseconds.</summary>
internal sealed partial class Rfc3339 : JsonConverter<DateTimeOffset>
{
    private const string Advice = "must be a time with an offset, such as 2026-12-24T18:00:00Z or 2026-12-24T19:00:00+01:00.";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!) is { } time
            ? time
            : throw new InvalidJsonException($"is {Given(ref reader)}, and {Advice}");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    public static string Format(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static DateTimeOffset? TryParse(string text) =>
        Shape().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    /// <summary>For times in a query string.</summary>
    public static DateTimeOffset? Parse(string? text, string field) =>
        text is null ? null : TryParse(text) ?? throw Problems.Invalid(field, $"is \"{Shown.Cut(text)}\", and {Advice}");

    private static string Given(ref Utf8JsonReader reader) => Shown.Cut(JsonElement.ParseValue(ref reader).GetRawText());

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$")]
    private static partial Regex Shape();
}

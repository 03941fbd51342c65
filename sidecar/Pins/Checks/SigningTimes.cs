using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Connector.Pins.Checks;

/// <summary>The forms in which addresses say when they end; null for what is none of them.</summary>
internal static class SigningTimes
{
    /// <summary>A start and a length in seconds.</summary>
    public static DateTimeOffset? Span(string? date, string? seconds) =>
        Compact(date, "yyyyMMdd'T'HHmmss'Z'") is { } start && Whole(seconds) is { } length ? After(start, length) : null;

    public static DateTimeOffset? Epoch(string? text) => Whole(text) is { } seconds ? After(DateTimeOffset.UnixEpoch, seconds) : null;

    public static DateTimeOffset? Milliseconds(string? text) =>
        Whole(text) is { } milliseconds ? After(DateTimeOffset.UnixEpoch, milliseconds / 1000) : null;

    public static DateTimeOffset? Hex(string? text) =>
        long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
            ? After(DateTimeOffset.UnixEpoch, seconds)
            : null;

    public static DateTimeOffset? Iso8601(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end.ToUniversalTime() : null;

    /// <summary>A token of the third version: 3_START_KEY_…_…_END_…_….</summary>
    public static DateTimeOffset? Backblaze(string? token) =>
        token?.Split('_') is ["3", _, _, _, _, var end, ..] ? Compact(end, "yyyyMMddHHmmss") : null;

    /// <summary>The claim <c>exp</c> of a JSON web token.</summary>
    public static DateTimeOffset? OfToken(string? token) =>
        token?.Split('.') is [_, var claims, _] && Json(claims, Base64Url.DecodeFromChars, json => json.GetProperty("exp")) is { } seconds
            ? After(DateTimeOffset.UnixEpoch, seconds)
            : null;

    // CloudFront's custom policy: base64 with - _ ~ for + = /, and in it
    // {"Statement":[{"Condition":{"DateLessThan":{"AWS:EpochTime":…}}}]}.
    public static DateTimeOffset? Policy(string? policy) => Json(
        policy?.Replace('-', '+').Replace('_', '=').Replace('~', '/') ?? "", text => Convert.FromBase64String(text.ToString()),
        json => json.GetProperty("Statement")[0].GetProperty("Condition").GetProperty("DateLessThan").GetProperty("AWS:EpochTime"))
        is { } seconds
        ? After(DateTimeOffset.UnixEpoch, seconds)
        : null;

    private delegate byte[] Decoder(ReadOnlySpan<char> text);

    private static long? Json(string text, Decoder decode, Func<JsonElement, JsonElement> find)
    {
        try
        {
            var number = find(JsonElement.Parse(Encoding.UTF8.GetString(decode(text)))).GetDouble();
            return number is >= 0 and < long.MaxValue ? (long)number : null;
        }
        catch (Exception error) when (error is
            FormatException or JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Compact(string? text, string form) => DateTimeOffset.TryParseExact(
        text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? After(DateTimeOffset start, long seconds) =>
        seconds < (DateTimeOffset.MaxValue - start).TotalSeconds ? start.AddSeconds(seconds) : null;
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Connector.Pins.Checks;

/// <summary>Reads the time at which a signed address expires.</summary>
internal static class SignedUrl
{
    // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html and
    // https://cloud.google.com/storage/docs/authentication/signatures : a start and a length.
    private static readonly (string Date, string Seconds)[] Spans = [("X-Amz-Date", "X-Amz-Expires"), ("X-Goog-Date", "X-Goog-Expires")];

    /// <summary>The end; null when the address is not signed, or does not say.</summary>
    public static DateTimeOffset? ExpiresAt(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return null;

        var query = QueryHelpers.ParseQuery(uri.Query);
        foreach (var (date, seconds) in Spans)
            if (Start(Value(date)) is { } start && Whole(Value(seconds)) is { } length) return After(start, length);

        // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html
        // and the older form of S3 and Google.
        if (Value("Signature") is not null) return Epoch(Value("Expires")) ?? OfPolicy(Value("Policy"));
        // https://learn.microsoft.com/rest/api/storageservices/create-service-sas : the end itself, in ISO 8601.
        return Value("sig") is null ? null : Iso8601(Value("se"));

        string? Value(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    private static DateTimeOffset? Start(string? text) => DateTimeOffset.TryParseExact(
        text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start) ? start : null;

    private static DateTimeOffset? Iso8601(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end) ? end.ToUniversalTime() : null;

    private static DateTimeOffset? Epoch(string? text) => Whole(text) is { } seconds ? After(DateTimeOffset.UnixEpoch, seconds) : null;

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? After(DateTimeOffset start, long seconds) =>
        seconds < (DateTimeOffset.MaxValue - start).TotalSeconds ? start.AddSeconds(seconds) : null;

    // CloudFront's custom policy: base64 with - _ ~ for + = /, and in it
    // {"Statement":[{"Condition":{"DateLessThan":{"AWS:EpochTime":…}}}]}.
    private static DateTimeOffset? OfPolicy(string? policy)
    {
        if (policy is null) return null;
        try
        {
            var json = Encoding.UTF8.GetString(Convert.FromBase64String(policy.Replace('-', '+').Replace('_', '=').Replace('~', '/')));
            var condition = JsonElement.Parse(json).GetProperty("Statement")[0].GetProperty("Condition");
            return After(DateTimeOffset.UnixEpoch, condition.GetProperty("DateLessThan").GetProperty("AWS:EpochTime").GetInt64());
        }
        catch (Exception error) when (error is
            FormatException or JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Text.Json;

namespace Connector.Pinterest.Media;

/// <summary>Reads until when an upload may begin out of its policy, a JSON object in base64.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html</remarks>
internal static class UploadPolicy
{
    /// <summary>Null when there is no policy, or none that can be read.</summary>
    public static DateTimeOffset? DeadlineIn(IEnumerable<KeyValuePair<string, string>> parameters) =>
        DeadlineOf(parameters.FirstOrDefault(each => each.Key.Equals("policy", StringComparison.OrdinalIgnoreCase)).Value);

    public static DateTimeOffset? DeadlineOf(string? policy)
    {
        var bytes = new byte[policy?.Length ?? 0];
        if (!Convert.TryFromBase64String(policy ?? "", bytes, out var length)) return null;
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(0, length));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("expiration", out var expiration)
                && expiration.ValueKind == JsonValueKind.String
                ? Parse(expiration.GetString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Parse(string? time) =>
        DateTimeOffset.TryParseExact(
            time, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed)
            ? parsed
            : null;
}

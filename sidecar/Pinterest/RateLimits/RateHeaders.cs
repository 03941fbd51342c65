using System.Globalization;

namespace Connector.Pinterest.RateLimits;

/// <summary>
/// Reads Pinterest's rate headers. Their form is barely documented and has changed before, so what cannot be read is ignored.
/// </summary>
internal static class RateHeaders
{
    // The header gives seconds until the reset; anything longer than a week is something else, such as an epoch time.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(7);

    public static RateReading Parse(
        string? limit, string? remaining, string? reset, string? retryAfter, bool refused, DateTimeOffset now) =>
        new(Buckets(limit), Count(remaining), Seconds(reset), Seconds(retryAfter) ?? Until(retryAfter, now), refused) { At = now };

    public static RateReading Parse(HttpResponseMessage answer, bool refused, DateTimeOffset now)
    {
        return Parse(
            Header("x-ratelimit-limit"), Header("x-ratelimit-remaining"), Header("x-ratelimit-reset"), Header("Retry-After"), refused, now);

        string? Header(string name) =>
            answer.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
    }

    // 60, 100;w=1;name="safety_net_app_id_user_id", 60;w=60;name="org_analytics_app_id_user_id"
    private static List<RateBucket> Buckets(string? header)
    {
        List<RateBucket> buckets = [];
        foreach (var entry in (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = entry.Split(';', StringSplitOptions.TrimEntries);
            if (Count(parts[0]) is { } limit && Seconds(Parameter(parts, "w")) is { } window && window > TimeSpan.Zero)
                buckets.Add(new RateBucket(limit, window, Parameter(parts, "name")?.Trim('"')));
        }

        return buckets;
    }

    private static string? Parameter(string[] parts, string name) =>
        parts.Skip(1)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(pair => pair.Length == 2 && pair[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    private static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;

    private static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= LongestWait.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static TimeSpan? Until(string? httpDate, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(httpDate, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
        && date - now <= LongestWait
            ? TimeSpan.FromTicks(Math.Max(0, (date - now).Ticks))
            : null;
}

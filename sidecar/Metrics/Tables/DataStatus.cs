using Connector.Metrics.Reading;
using Connector.Pinterest;

namespace Connector.Metrics.Tables;

/// <summary>How far numbers can be trusted.</summary>
internal static class DataStatus
{
    public const string Ready = "ready";
    public const string NoData = "no_data";
    public const string NotPublished = "not_published";
    public const string NotFound = "not_found";
    public const string NotPermitted = "not_permitted";
    public const string NotMeasured = "not_measured";
    public const string NotRead = "not_read";

    // In Unix milliseconds: .NET has no later times.
    private const long Year10000 = 253_402_300_800_000;

    public static string? Of(string? pinterest) => pinterest?.ToLowerInvariant();

    /// <summary>There never was anything to measure.</summary>
    public static bool IsNever(string? status) => IsFinal(status) && status != Ready;

    /// <summary>One status for many: final only when each is; where some are not, the first of those.</summary>
    public static string? Together(IEnumerable<string?> pinterest)
    {
        var all = pinterest.Select(Of).ToList();
        return all.Count == 0 ? null : all.Find(status => !IsFinal(status)) ?? (all.Contains(Ready) ? Ready : all[^1]);
    }

    /// <summary>The last of the days that are final without a gap before it.</summary>
    public static DateOnly? CompleteThrough(IEnumerable<DailyMetrics> days) => days
        .Where(day => day.Date is not null)
        .OrderBy(day => day.Date)
        .TakeWhile(day => IsFinal(Of(day.DataStatus)))
        .LastOrDefault(day => Of(day.DataStatus) == Ready)?.Date;

    /// <summary>As far as Pinterest's numbers about top pins reach, within the days asked for.</summary>
    public static DateOnly? CompleteThrough(DateAvailability? reach, DateRange range)
    {
        if (reach?.LatestAvailableTimestamp is not (> 0 and < Year10000 and var milliseconds)) return null;

        var day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).UtcDateTime);
        return day < range.Start ? null : day > range.End ? range.End : day;
    }

    // "before_…" and the like: there never was anything, and nothing will come.
    private static bool IsFinal(string? status) => status is not (null or "processing" or "estimate");
}

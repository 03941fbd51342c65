namespace Connector.Common;

/// <summary>What a clock on a wall of a zone shows, and when that is.</summary>
internal static class ZoneTime
{
    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>
    /// When the clock shows that: the first time where an hour comes twice, and as much later as is skipped where it never shows it.
    /// </summary>
    public static DateTimeOffset When(DateTime shown, TimeZoneInfo zone)
    {
        var plain = DateTime.SpecifyKind(shown, DateTimeKind.Unspecified);
        var offset = zone.IsInvalidTime(plain) ? zone.GetUtcOffset(new DateTimeOffset(plain, TimeSpan.Zero).AddDays(-1))
            : zone.IsAmbiguousTime(plain) ? zone.GetAmbiguousTimeOffsets(plain).Max()
            : zone.GetUtcOffset(plain);
        return new DateTimeOffset(plain, offset).ToUniversalTime();
    }

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => When(day.ToDateTime(default), zone);
}

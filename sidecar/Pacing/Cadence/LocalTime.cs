namespace Connector.Pacing.Cadence;

/// <summary>Local times of a zone, where an hour is skipped in spring and comes twice in autumn.</summary>
internal static class LocalTime
{
    /// <summary>The local time at an instant.</summary>
    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>
    /// The time after that span, or the earlier moment at which the zone's offset changes: from there the local time must be read again.
    /// </summary>
    public static DateTimeOffset After(DateTimeOffset now, TimeSpan span, TimeZoneInfo zone)
    {
        var (before, after) = (now.UtcTicks, now.UtcTicks + span.Ticks);
        var offset = OffsetAt(before);
        if (OffsetAt(after) == offset) return new DateTimeOffset(after, TimeSpan.Zero);

        while (after - before > 1)
        {
            var middle = before + (after - before) / 2;
            if (OffsetAt(middle) == offset) before = middle;
            else after = middle;
        }

        return new DateTimeOffset(after, TimeSpan.Zero);

        TimeSpan OffsetAt(long ticks) => zone.GetUtcOffset(new DateTimeOffset(ticks, TimeSpan.Zero));
    }
}

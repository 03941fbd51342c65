namespace Connector.Pacing.Cadence;

/// <summary>Times of a zone's clocks, which skip an hour in spring and show one twice in autumn.</summary>
internal static class LocalTime
{
    /// <summary>What the clocks show.</summary>
    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>
    /// When that much time has passed, or the moment before then at which the clocks are put forward or back: there they must be read
    /// again.
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

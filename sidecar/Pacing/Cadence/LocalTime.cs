namespace Connector.Pacing;

/// <summary>Times of a zone's clocks, which skip an hour in spring and show one twice in autumn.</summary>
internal static class LocalTime
{
    /// <summary>What the clocks show.</summary>
    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The first instant from <paramref name="from"/> at which the clocks show that time or, where it is skipped, a later one.</summary>
    public static DateTimeOffset FirstAt(DateTime shown, TimeZoneInfo zone, DateTimeOffset from)
    {
        // A skipped time comes when the clocks have been put forward; they skip two hours at most.
        for (var minutes = 0; zone.IsInvalidTime(shown) && minutes < 24 * 60; minutes++) shown = shown.AddMinutes(1);
        var offsets = zone.IsAmbiguousTime(shown) ? zone.GetAmbiguousTimeOffsets(shown) : [zone.GetUtcOffset(shown)];
        var instants = offsets.Select(offset => new DateTimeOffset(shown, offset).ToUniversalTime()).Order().ToList();
        return instants.Find(instant => instant >= from) is { Ticks: > 0 } first ? first : instants[^1];
    }
}

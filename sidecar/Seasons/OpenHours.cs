using Connector.Common;
using Connector.Pacing;

namespace Connector.Seasons;

/// <summary>The hours in which an account publishes: those of its weekdays that are not quiet.</summary>
internal static class OpenHours
{
    public static IEnumerable<TimeSpanOfDay> Between(DateTimeOffset from, DateTimeOffset until, CadenceSettings cadence)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(cadence.TimeZone);
        var first = DateOnly.FromDateTime(ZoneTime.At(from, zone));
        for (var day = first; ZoneTime.StartOf(day, zone) < until; day = day.AddDays(1))
        {
            if (cadence.Weekdays?.Contains((Weekday)(int)day.DayOfWeek) == false) continue;

            foreach (var span in Of(day, cadence.QuietHours, zone))
            {
                var (begin, end) = (span.From > from ? span.From : from, span.Until < until ? span.Until : until);
                if (begin < end) yield return new TimeSpanOfDay(begin, end);
            }
        }
    }

    private static TimeSpanOfDay[] Of(DateOnly day, QuietHours? quiet, TimeZoneInfo zone)
    {
        var (begin, end) = (ZoneTime.StartOf(day, zone), ZoneTime.StartOf(day.AddDays(1), zone));
        if (quiet is null) return [new(begin, end)];

        var (quietFrom, quietTo) = (ZoneTime.When(day.ToDateTime(quiet.From), zone), EndOf(day.ToDateTime(quiet.To), zone));
        return quiet.From < quiet.To ? [new(begin, quietFrom), new(quietTo, end)] : [new(quietTo, quietFrom)];
    }

    // Where the clocks show it twice, it is quiet until the second time.
    private static DateTimeOffset EndOf(DateTime shown, TimeZoneInfo zone) => zone.IsAmbiguousTime(shown)
        ? new DateTimeOffset(shown, zone.GetAmbiguousTimeOffsets(shown).Min()).ToUniversalTime()
        : ZoneTime.When(shown, zone);
}

/// <summary>From one moment of a day to another.</summary>
internal readonly record struct TimeSpanOfDay(DateTimeOffset From, DateTimeOffset Until)
{
    public TimeSpan Length => Until - From;
}

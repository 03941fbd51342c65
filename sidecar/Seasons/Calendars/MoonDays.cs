using System.Globalization;

namespace Connector.Seasons.Calendars;

/// <summary>Days of calendars that follow the moon, as .NET knows them; none in years beyond what it knows.</summary>
internal static class MoonDays
{
    private static readonly HebrewCalendar Hebrew = new();
    private static readonly UmAlQuraCalendar UmAlQura = new();
    private static readonly ChineseLunisolarCalendar Chinese = new();

    /// <summary>The evening on which Hanukkah begins: the day before 25 Kislev, which is the third month.</summary>
    public static IEnumerable<DateOnly> Hanukkah(int year) => In(Hebrew, year, month: 3, day: 24);

    /// <summary>A day of Umm al-Qura, the calendar of Saudi Arabia; elsewhere the moon may be seen a day later.</summary>
    public static Func<int, IEnumerable<DateOnly>> Islamic(int month, int day) => year => In(UmAlQura, year, month, day);

    public static IEnumerable<DateOnly> LunarNewYear(int year) => In(Chinese, year, month: 1, day: 1);

    private static IEnumerable<DateOnly> In(Calendar calendar, int year, int month, int day)
    {
        var (first, last) = (new DateTime(year, 1, 1), new DateTime(year, 12, 31));
        if (first < calendar.MinSupportedDateTime || last > calendar.MaxSupportedDateTime) return [];

        return Enumerable.Range(calendar.GetYear(first), calendar.GetYear(last) - calendar.GetYear(first) + 1)
            .Select(its => DateOnly.FromDateTime(calendar.ToDateTime(its, month, day, 0, 0, 0, 0)))
            .Where(date => date.Year == year);
    }
}

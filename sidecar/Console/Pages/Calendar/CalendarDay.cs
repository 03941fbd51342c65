using System.Globalization;
using Connector.Common;

namespace Connector.Console.Pages.Calendar;

/// <summary>A day of a zone, which has 23 or 25 hours where the clocks are changed.</summary>
/// <param name="Date">Of it.</param>
/// <param name="Starts">Its first moment.</param>
/// <param name="Ends">The first moment of the next.</param>
internal sealed record CalendarDay(DateOnly Date, DateTimeOffset Starts, DateTimeOffset Ends)
{
    private const string Form = "yyyy-MM-dd";

    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2100, 12, 31);

    public string Title => Date.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    public string ShortTitle => Date.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary>As an address has it.</summary>
    public string Text => Write(Date);

    public static CalendarDay Of(DateOnly date, TimeZoneInfo zone) =>
        new(date, ZoneTime.StartOf(date, zone), ZoneTime.StartOf(date.AddDays(1), zone));

    /// <summary>The day at an instant.</summary>
    public static DateOnly At(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(ZoneTime.At(instant, zone));

    /// <summary>That day, or the seven of its week from Monday on.</summary>
    public static IReadOnlyList<CalendarDay> Range(DateOnly date, bool isWeek, TimeZoneInfo zone)
    {
        var first = isWeek ? date.AddDays(-(((int)date.DayOfWeek + 6) % 7)) : date;
        return [.. Enumerable.Range(0, isWeek ? 7 : 1).Select(each => Of(first.AddDays(each), zone))];
    }

    /// <summary>The day that an address has; null for none, and for one that no calendar shows.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date >= First && date <= Last
            ? date
            : null;

    public static string Write(DateOnly date) => date.ToString(Form, CultureInfo.InvariantCulture);
}

namespace Connector.Seasons.Calendars;

/// <summary>Days of a year by a rule.</summary>
internal static class Days
{
    public static Func<int, DateOnly> Fixed(int month, int day) => year => new DateOnly(year, month, day);

    /// <summary>Such as the second Sunday in May.</summary>
    public static Func<int, DateOnly> Nth(int nth, DayOfWeek weekday, int month) => year =>
        FromDay(new DateOnly(year, month, 1), weekday).AddDays(7 * (nth - 1));

    /// <summary>Such as the last Sunday in May.</summary>
    public static Func<int, DateOnly> Last(DayOfWeek weekday, int month) => year =>
        FromDay(new DateOnly(year, month, DateTime.DaysInMonth(year, month)).AddDays(-6), weekday);

    /// <summary>So many days after another day, or before it.</summary>
    public static Func<int, DateOnly> After(Func<int, DateOnly> day, int days) => year => day(year).AddDays(days);

    /// <summary>So many days after Easter Sunday, or before it.</summary>
    public static Func<int, DateOnly> Easter(int days = 0) => year => EasterOf(year).AddDays(days);

    /// <summary>The fourth Sunday before Christmas Day.</summary>
    public static DateOnly FirstOfAdvent(int year) => FromDay(new DateOnly(year, 11, 27), DayOfWeek.Sunday);

    /// <summary>That day, or the first after it that is such a weekday.</summary>
    private static DateOnly FromDay(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    // The Gregorian computus of Meeus, Jones and Butcher: https://en.wikipedia.org/wiki/Date_of_Easter#Anonymous_Gregorian_algorithm
    private static DateOnly EasterOf(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = (b - (b + 8) / 25 + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var sum = h + l - 7 * m + 114;
        return new DateOnly(year, sum / 31, sum % 31 + 1);
    }
}

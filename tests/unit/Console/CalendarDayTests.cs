using Connector.Console.Pages.Calendar;

namespace Connector.Tests.Console;

/// <summary>Which days the calendar shows, and when each begins and ends in the zone of the account.</summary>
public sealed class CalendarDayTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-07-01", "2026-06-30T22:00:00Z", 24)]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z", 25)]
    [InlineData("America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", 23)]
    [InlineData("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z", 25)]
    // Midnight itself is skipped, and the day begins at one o'clock.
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z", 23)]
    // Midnight comes twice, and the day ends with the hour before the second time.
    [InlineData("Africa/Cairo", "2026-10-29", "2026-10-28T21:00:00Z", 25)]
    [InlineData("Asia/Kathmandu", "2026-11-30", "2026-11-29T18:15:00Z", 24)]
    [InlineData("UTC", "2026-11-30", "2026-11-30T00:00:00Z", 24)]
    public void A_day_has_as_many_hours_as_the_clocks_of_its_zone_show(string zone, string date, string starts, double hours)
    {
        var day = CalendarDay.Of(DateOnly.Parse(date), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(DateTimeOffset.Parse(starts), day.Starts);
        Assert.Equal(TimeSpan.FromHours(hours), day.Ends - day.Starts);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Santiago")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("UTC")]
    public void Each_moment_of_a_year_is_in_exactly_one_day(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var days = Enumerable.Range(0, 365).Select(day => CalendarDay.Of(new DateOnly(2026, 1, 1).AddDays(day), zone)).ToList();

        Assert.All(days.Zip(days.Skip(1)), pair => Assert.Equal(pair.First.Ends, pair.Second.Starts));
        Assert.All(days, day => Assert.Equal(day.Date, CalendarDay.At(day.Starts, zone)));
        Assert.All(days, day => Assert.Equal(day.Date, CalendarDay.At(day.Ends.AddTicks(-1), zone)));
    }

    [Theory]
    [InlineData("2026-11-30", "2026-11-30")]
    [InlineData("2026-12-06", "2026-11-30")]
    [InlineData("2027-01-01", "2026-12-28")]
    [InlineData("2026-03-29", "2026-03-23")]
    public void A_week_begins_on_Monday_and_has_seven_days(string date, string monday)
    {
        var week = CalendarDay.Range(DateOnly.Parse(date), isWeek: true, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        Assert.Equal(7, week.Count);
        Assert.Equal(DateOnly.Parse(monday), week[0].Date);
        Assert.Equal(DayOfWeek.Monday, week[0].Date.DayOfWeek);
    }

    [Theory]
    [InlineData("2026-11-30", true)]
    [InlineData("1999-12-31", false)]
    [InlineData("2101-01-01", false)]
    [InlineData("30.11.2026", false)]
    [InlineData("2026-02-30", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_address_names_a_day_or_none(string? text, bool isDay) => Assert.Equal(isDay, CalendarDay.Read(text) is not null);
}

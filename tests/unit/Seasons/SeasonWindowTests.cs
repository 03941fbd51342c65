using System.Globalization;
using Connector.Seasons;

namespace Connector.Tests.Seasons;

public sealed class SeasonWindowTests
{
    [Theory]
    [InlineData("2026-12-25", null, "UTC", "2026-10-11", "2026-10-11T00:00:00", "2026-12-26T00:00:00")]
    [InlineData("2026-12-25", 1, "UTC", "2026-12-24", "2026-12-24T00:00:00", "2026-12-26T00:00:00")]
    [InlineData("2026-12-25", 180, "UTC", "2026-06-28", "2026-06-28T00:00:00", "2026-12-26T00:00:00")]
    // Days are those of the account, in summer time where its season begins and in winter time where it ends.
    [InlineData("2026-12-25", 75, "Europe/Berlin", "2026-10-11", "2026-10-10T22:00:00", "2026-12-25T23:00:00")]
    [InlineData("2026-12-25", 75, "America/New_York", "2026-10-11", "2026-10-11T04:00:00", "2026-12-26T05:00:00")]
    [InlineData("2027-01-01", 60, "Asia/Kolkata", "2026-11-02", "2026-11-01T18:30:00", "2027-01-01T18:30:00")]
    // A day that begins at 01:00, because midnight is skipped.
    [InlineData("2026-04-26", 2, "Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00", "2026-04-26T21:00:00")]
    public void It_lasts_from_so_many_days_before_the_event_to_the_end_of_its_day(
        string eventDate, int? leadDays, string zone, string earliest, string from, string until)
    {
        var season = SeasonWindow.Of(Day(eventDate), leadDays, TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal((Day(earliest), Day(eventDate)), (season.Earliest, season.Latest));
        Assert.Equal((Utc(from), Utc(until)), (season.From, season.Until));
    }

    [Theory]
    [InlineData("2026-10-10T22:00:00", false)]
    [InlineData("2026-12-25T22:59:59", false)]
    [InlineData("2026-12-25T23:00:00", true)]
    public void A_pin_is_late_once_the_day_of_the_event_is_over_where_its_account_is(string goesAt, bool isLate)
    {
        var season = SeasonWindow.Of(new DateOnly(2026, 12, 25), 75, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        Assert.Equal(
            new Season
            {
                EventDate = new DateOnly(2026, 12, 25),
                LeadDays = 75,
                Earliest = new DateOnly(2026, 10, 11),
                Latest = new DateOnly(2026, 12, 25),
                IsLate = isLate,
            },
            Season.Of(season, Utc(goesAt)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);
}

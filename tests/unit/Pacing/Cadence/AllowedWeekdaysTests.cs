using System.Globalization;
using Connector.Pacing;
using Connector.Pacing.Cadence;

namespace Connector.Tests.Pacing.Cadence;

public sealed class AllowedWeekdaysTests
{
    [Theory]
    [InlineData("mon", "UTC", "2026-11-02T00:00:00", "2026-11-02T00:00:00")]
    [InlineData("mon", "UTC", "2026-11-02T23:59:59", "2026-11-02T23:59:59")]
    [InlineData("mon", "UTC", "2026-11-03T00:00:00", "2026-11-09T00:00:00")]
    [InlineData("tue thu", "UTC", "2026-11-04T10:20:30", "2026-11-05T00:00:00")]
    [InlineData("sun mon tue wed thu fri sat", "UTC", "2026-11-04T10:20:30", "2026-11-04T10:20:30")]
    // A day begins when it does there: at half and quarter hours, and on either side of the date line.
    [InlineData("mon", "Asia/Kolkata", "2026-11-01T12:00:00", "2026-11-01T18:30:00")]
    [InlineData("mon", "Asia/Kathmandu", "2026-11-01T12:00:00", "2026-11-01T18:15:00")]
    [InlineData("mon", "Pacific/Apia", "2026-11-01T00:00:00", "2026-11-01T11:00:00")]
    [InlineData("mon", "Pacific/Pago_Pago", "2026-11-01T12:00:00", "2026-11-02T11:00:00")]
    [InlineData("mon", "Pacific/Chatham", "2026-04-04T12:00:00", "2026-04-05T11:15:00")]
    // Clocks are set on the way.
    [InlineData("mon", "Europe/Berlin", "2026-03-28T12:00:00", "2026-03-29T22:00:00")]
    [InlineData("mon", "Europe/Berlin", "2026-10-24T12:00:00", "2026-10-25T23:00:00")]
    // Midnight is skipped: the day begins at 01:00.
    [InlineData("fri", "Africa/Cairo", "2026-04-23T12:00:00", "2026-04-23T22:00:00")]
    [InlineData("sun", "Asia/Beirut", "2026-03-28T12:00:00", "2026-03-28T22:00:00")]
    [InlineData("sun", "America/Santiago", "2026-09-05T12:00:00", "2026-09-06T04:00:00")]
    [InlineData("sun", "America/Havana", "2026-03-07T12:00:00", "2026-03-08T05:00:00")]
    // At midnight it is 23:00 again: the day before lasts an hour longer.
    [InlineData("sun", "America/Santiago", "2026-04-04T12:00:00", "2026-04-05T04:00:00")]
    [InlineData("sat", "America/Santiago", "2026-04-05T03:30:00", "2026-04-05T03:30:00")]
    // The hour after midnight comes twice: it is the same day.
    [InlineData("sun", "America/Havana", "2026-10-31T12:00:00", "2026-11-01T04:00:00")]
    [InlineData("sat", "America/Havana", "2026-11-01T04:30:00", "2026-11-07T05:00:00")]
    public void Pins_go_on_the_days_that_the_zones_calendar_shows(string days, string zone, string from, string expected)
    {
        var rule = new AllowedWeekdays(
            [.. days.Split(' ').Select(day => Enum.Parse<Weekday>(day, ignoreCase: true))], TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(Utc(expected), rule.NextAt([], Utc(from)));
    }

    [Fact]
    public void It_says_which_days_and_where() => Assert.Equal(
        "Pins go out on mon, thu only, by the calendar of Asia/Kolkata (the account's setting weekdays).",
        new AllowedWeekdays([Weekday.Mon, Weekday.Thu], TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata")).Explain(""));

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);
}

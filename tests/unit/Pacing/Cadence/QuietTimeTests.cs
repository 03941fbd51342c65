using System.Globalization;
using Connector.Pacing;
using Connector.Pacing.Cadence;

namespace Connector.Tests.Pacing.Cadence;

public sealed class QuietTimeTests
{
    [Theory]
    // By day and over midnight.
    [InlineData("12:00-13:30", "UTC", "2026-11-02T11:59:59", "2026-11-02T11:59:59")]
    [InlineData("12:00-13:30", "UTC", "2026-11-02T12:00:00", "2026-11-02T13:30:00")]
    [InlineData("12:00-13:30", "UTC", "2026-11-02T13:30:00", "2026-11-02T13:30:00")]
    [InlineData("22:00-07:00", "UTC", "2026-11-02T21:59:00", "2026-11-02T21:59:00")]
    [InlineData("22:00-07:00", "UTC", "2026-11-02T23:12:34", "2026-11-03T07:00:00")]
    [InlineData("22:00-07:00", "UTC", "2026-11-03T06:59:59", "2026-11-03T07:00:00")]
    [InlineData("18:00-00:00", "UTC", "2026-11-02T18:00:00", "2026-11-03T00:00:00")]
    [InlineData("00:00-23:59", "UTC", "2026-11-02T00:00:00", "2026-11-02T23:59:00")]
    // Zones of half and quarter hours, and beside the date line.
    [InlineData("22:00-07:00", "Asia/Kolkata", "2026-11-02T17:00:00", "2026-11-03T01:30:00")]
    [InlineData("22:00-07:00", "Asia/Kathmandu", "2026-11-02T16:14:00", "2026-11-02T16:14:00")]
    [InlineData("22:00-07:00", "Asia/Kathmandu", "2026-11-02T16:15:00", "2026-11-03T01:15:00")]
    [InlineData("22:00-07:00", "Pacific/Apia", "2026-11-02T10:00:00", "2026-11-02T18:00:00")]
    [InlineData("22:00-07:00", "Pacific/Pago_Pago", "2026-11-02T10:00:00", "2026-11-02T18:00:00")]
    // Clocks go from 02:00 to 03:00: the end, the beginning or all of it is skipped.
    [InlineData("22:00-02:30", "Europe/Berlin", "2026-03-28T22:00:00", "2026-03-29T01:00:00")]
    [InlineData("22:00-02:00", "Europe/Berlin", "2026-03-28T22:00:00", "2026-03-29T01:00:00")]
    [InlineData("22:00-03:00", "Europe/Berlin", "2026-03-28T22:00:00", "2026-03-29T01:00:00")]
    [InlineData("22:00-03:15", "Europe/Berlin", "2026-03-28T22:00:00", "2026-03-29T01:15:00")]
    [InlineData("02:30-06:00", "Europe/Berlin", "2026-03-29T00:59:00", "2026-03-29T00:59:00")]
    [InlineData("02:30-06:00", "Europe/Berlin", "2026-03-29T01:00:00", "2026-03-29T04:00:00")]
    [InlineData("02:00-03:00", "Europe/Berlin", "2026-03-29T01:00:00", "2026-03-29T01:00:00")]
    [InlineData("22:00-02:15", "Australia/Lord_Howe", "2026-10-03T12:00:00", "2026-10-03T15:30:00")]
    [InlineData("22:00-03:00", "Antarctica/Troll", "2026-03-28T23:00:00", "2026-03-29T01:00:00")]
    // Clocks go from 03:00 back to 02:00: it is quiet twice, or for an hour more, or not in between.
    [InlineData("22:00-02:30", "Europe/Berlin", "2026-10-24T22:00:00", "2026-10-25T00:30:00")]
    [InlineData("22:00-02:30", "Europe/Berlin", "2026-10-25T00:45:00", "2026-10-25T00:45:00")]
    [InlineData("22:00-02:30", "Europe/Berlin", "2026-10-25T01:00:00", "2026-10-25T01:30:00")]
    [InlineData("22:00-03:00", "Europe/Berlin", "2026-10-24T20:00:00", "2026-10-25T02:00:00")]
    [InlineData("02:30-05:00", "Europe/Berlin", "2026-10-25T00:30:00", "2026-10-25T01:00:00")]
    [InlineData("02:30-05:00", "Europe/Berlin", "2026-10-25T01:30:00", "2026-10-25T04:00:00")]
    [InlineData("22:00-01:45", "Australia/Lord_Howe", "2026-04-04T12:00:00", "2026-04-04T14:45:00")]
    [InlineData("22:00-01:45", "Australia/Lord_Howe", "2026-04-04T15:00:00", "2026-04-04T15:15:00")]
    // Clocks go over midnight, forward and back.
    [InlineData("23:00-00:30", "Africa/Cairo", "2026-04-23T21:30:00", "2026-04-23T22:00:00")]
    [InlineData("20:00-00:00", "Asia/Beirut", "2026-03-28T20:00:00", "2026-03-28T22:00:00")]
    [InlineData("20:00-00:00", "America/Santiago", "2026-09-06T01:00:00", "2026-09-06T04:00:00")]
    [InlineData("20:00-00:00", "America/Santiago", "2026-04-05T01:00:00", "2026-04-05T04:00:00")]
    [InlineData("00:00-06:00", "Africa/Cairo", "2026-04-23T22:00:00", "2026-04-24T03:00:00")]
    public void It_is_quiet_while_the_clocks_show_those_hours(string hours, string zone, string from, string expected)
    {
        var rule = new QuietTime(Hours(hours), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(Utc(expected), rule.NextAt([], Utc(from)));
    }

    [Fact]
    public void It_says_from_when_to_when_and_where() => Assert.Equal(
        "It is quiet from 22:00 to 07:30 in Europe/Berlin (the account's setting quiet_hours).",
        new QuietTime(Hours("22:00-07:30"), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")).Explain(""));

    private static QuietHours Hours(string text) => text.Split('-') is [var from, var to]
        ? new(TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture))
        : throw new ArgumentException(text);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);
}

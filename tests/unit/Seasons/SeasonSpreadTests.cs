using System.Globalization;
using Connector.Pacing;
using Connector.Pacing.Cadence;
using Connector.Seasons;

namespace Connector.Tests.Seasons;

public sealed class SeasonSpreadTests
{
    private static readonly SeasonWindow Christmas = SeasonWindow.Of(new DateOnly(2026, 12, 25), 75, TimeZoneInfo.Utc);

    private static readonly QuietHours Night = new(new TimeOnly(22, 0), new TimeOnly(7, 0));

    [Theory]
    [InlineData(1, "10-11 00:00")]
    [InlineData(2, "10-11 00:00, 11-18 00:00")]
    [InlineData(4, "10-11 00:00, 10-30 00:00, 11-18 00:00, 12-07 00:00")]
    public void Pins_are_spread_evenly_the_first_where_the_season_begins(int count, string expected) =>
        Assert.Equal(expected, Times(Christmas, count, new CadenceSettings(), "2026-09-01T00:00:00"));

    [Fact]
    public void In_a_season_that_has_begun_they_are_spread_over_what_is_left_of_it() =>
        Assert.Equal("12-22 09:30, 12-24 04:45", Times(Christmas, 2, new CadenceSettings(), "2026-12-22T09:30:00"));

    [Fact]
    public void In_a_season_that_is_over_they_get_no_times() =>
        Assert.Equal("", Times(Christmas, 3, new CadenceSettings(), "2026-12-26T00:00:00"));

    [Fact]
    public void Quiet_hours_are_left_out_and_the_rest_is_shared_evenly()
    {
        var season = SeasonWindow.Of(new DateOnly(2026, 12, 25), 1, TimeZoneInfo.Utc);

        // 15 hours on each of two days.
        Assert.Equal(
            "12-24 07:00, 12-24 12:00, 12-24 17:00, 12-25 07:00, 12-25 12:00, 12-25 17:00",
            Times(season, 6, new CadenceSettings { QuietHours = Night }, "2026-12-01T00:00:00"));
    }

    [Fact]
    public void Quiet_hours_within_a_day_split_it()
    {
        var season = SeasonWindow.Of(new DateOnly(2026, 12, 25), 1, TimeZoneInfo.Utc);
        var noon = new CadenceSettings { QuietHours = new(new TimeOnly(10, 0), new TimeOnly(14, 0)) };

        Assert.Equal("12-24 00:00, 12-24 14:00, 12-25 00:00, 12-25 14:00", Times(season, 4, noon, "2026-12-01T00:00:00"));
    }

    [Fact]
    public void Only_the_accounts_weekdays_are_used()
    {
        var season = SeasonWindow.Of(new DateOnly(2026, 11, 30), 14, TimeZoneInfo.Utc);
        var weekend = new CadenceSettings { Weekdays = [Weekday.Sat, Weekday.Sun] };

        Assert.Equal("11-21 00:00, 11-22 00:00, 11-28 00:00, 11-29 00:00", Times(season, 4, weekend, "2026-11-01T00:00:00"));
    }

    [Fact]
    public void Where_no_hour_is_left_in_which_the_account_publishes_its_own_rules_move_the_pins() =>
        Assert.Equal("12-25 22:30", Times(Christmas, 1, new CadenceSettings { QuietHours = Night }, "2026-12-25T22:30:00"));

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25")]
    [InlineData("America/Santiago", "2026-09-06")]
    [InlineData("Africa/Cairo", "2026-04-24")]
    [InlineData("America/Havana", "2026-11-01")]
    [InlineData("Australia/Lord_Howe", "2026-04-05")]
    public void No_pin_gets_a_time_that_its_accounts_rules_would_move_where_clocks_are_changed(string zone, string eventDate)
    {
        var cadence = new CadenceSettings
        {
            TimeZone = zone,
            QuietHours = new(new TimeOnly(23, 30), new TimeOnly(2, 30)),
            Weekdays = [Weekday.Mon, Weekday.Fri, Weekday.Sun],
        };
        var season = SeasonWindow.Of(
            DateOnly.Parse(eventDate, CultureInfo.InvariantCulture), 30, TimeZoneInfo.FindSystemTimeZoneById(zone));

        var times = SeasonSpread.Times(season, 500, cadence, season.From.AddDays(-1));

        Assert.Equal(times.Order(), times);
        Assert.All(times, time => Assert.InRange(time, season.From, season.Until.AddTicks(-1)));
        Assert.All(CadenceRules.Of(cadence), rule => Assert.All(times, time => Assert.Equal(time, rule.NextAt([], time))));
    }

    private static string Times(SeasonWindow season, int count, CadenceSettings cadence, string now) => string.Join(", ", SeasonSpread
        .Times(season, count, cadence, DateTimeOffset.Parse(now + "Z", CultureInfo.InvariantCulture))
        .Select(time => time.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)));
}

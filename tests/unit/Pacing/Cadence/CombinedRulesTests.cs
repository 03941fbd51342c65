using System.Globalization;
using Connector.Pacing;
using Connector.Pacing.Cadence;
using Connector.Pacing.Limits;

namespace Connector.Tests.Pacing.Cadence;

/// <summary>A time that one rule moves to is asked of the others again.</summary>
public sealed class CombinedRulesTests
{
    private static readonly CadenceSettings Fridays = new()
    {
        PinsPerDay = 1,
        QuietHours = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0)),
        Weekdays = [Weekday.Fri],
        TimeZone = "Europe/Berlin",
    };

    [Theory]
    // An allowed Friday begins in quiet hours.
    [InlineData("", "2026-11-04T12:00:00", "2026-11-06T06:00:00", "quiet_hours")]
    [InlineData("", "2026-11-06T05:00:00", "2026-11-06T06:00:00", "quiet_hours")]
    [InlineData("", "2026-11-06T20:59:00", "2026-11-06T20:59:00", null)]
    // The quiet hours of a Friday evening end on a Saturday.
    [InlineData("", "2026-11-06T21:00:00", "2026-11-13T06:00:00", "quiet_hours")]
    // The day's one pin is free again in the quiet hours of the next Friday.
    [InlineData("2026-11-05T22:30:00", "2026-11-06T12:00:00", "2026-11-13T06:00:00", "quiet_hours")]
    [InlineData("2026-11-05T12:00:00", "2026-11-06T08:00:00", "2026-11-06T12:00:00", "pins_per_day")]
    // A Friday on which the zone's clocks are an hour on.
    [InlineData("", "2026-03-28T12:00:00", "2026-04-03T05:00:00", "quiet_hours")]
    public void A_pin_goes_at_the_first_time_that_all_rules_allow(string gone, string now, string expected, string? rule)
    {
        var pace = new AccountPace([]) { Cadence = new CadenceHistory(CadenceRules.Of(Fridays)) };
        if (gone != "") pace.Cadence.Add(new PacedPin { Id = "gone" }, Utc(gone));

        var decision = pace.DecideAny(Utc(now));

        Assert.Equal((Utc(expected), rule), (decision.NotBefore, decision.Rule));
        Assert.True(pace.DecideAny(decision.NotBefore).IsNow);
    }

    [Fact]
    public void A_limit_of_Pinterests_that_ends_in_quiet_hours_waits_for_their_end()
    {
        var settings = new CadenceSettings { PinsPerDay = null, QuietHours = new QuietHours(new TimeOnly(12, 0), new TimeOnly(13, 0)) };
        var pace = new AccountPace([]) { Cadence = new CadenceHistory(CadenceRules.Of(settings)) };
        pace.Learned(PublishedLimits.OrgWrite).Refuse(TimeSpan.FromMinutes(30), Utc("2026-11-02T11:45:00"));

        var decision = pace.DecideAny(Utc("2026-11-02T11:50:00"));

        Assert.Equal((Utc("2026-11-02T13:00:00"), "quiet_hours"), (decision.NotBefore, decision.Rule));
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);
}

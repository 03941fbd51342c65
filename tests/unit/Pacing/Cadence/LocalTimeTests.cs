using Connector.Pacing;
using Connector.Pacing.Cadence;
using Connector.Pacing.Limits;

namespace Connector.Tests.Pacing.Cadence;

/// <summary>
/// The rules about local time give what a check of the local time at every minute finds, in every zone and at every change of its offset.
/// </summary>
public sealed class LocalTimeTests
{
    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly List<TimeZoneInfo> Zones = [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId)];

    private readonly Random _random = new(20261102);

    [Fact]
    public void Quiet_hours_end_at_the_first_minute_that_is_not_quiet()
    {
        for (var i = 0; i < 1500; i++)
        {
            var zone = AnyZone();
            Check(new QuietTime(AnyHours(), zone), AnyInstant(zone));
        }
    }

    [Fact]
    public void An_allowed_day_begins_at_its_first_minute()
    {
        for (var i = 0; i < 500; i++)
        {
            var zone = AnyZone();
            Check(new AllowedWeekdays(AnyDays(), zone), AnyInstant(zone));
        }
    }

    [Fact]
    public void Days_and_hours_together_leave_the_first_minute_that_both_allow()
    {
        for (var i = 0; i < 300; i++)
        {
            var zone = AnyZone();
            CadenceRule[] rules = [new QuietTime(AnyHours(), zone), new AllowedWeekdays(AnyDays(), zone)];
            var from = AnyInstant(zone);

            var next = new AccountPace([]) { Cadence = new CadenceHistory(rules) }.DecideAny(from).NotBefore;

            var explained = string.Join(' ', rules.Select(rule => rule.Explain("")));
            Assert.True(FirstMinute(rules, from) == next, $"{zone.Id}: {explained} From {from:O} it said {next:O}.");
        }
    }

    [Fact]
    public void The_machine_has_time_zones_to_test_with() =>
        Assert.True(Zones.Count > 300 && Zones.Count(zone => ClocksSet(zone).Count > 0) > 50);

    private static void Check(CadenceRule rule, DateTimeOffset from)
    {
        var next = rule.NextAt([], from);

        Assert.True(FirstMinute([rule], from) == next, $"{rule.Explain("")} From {from:O} it said {next:O}.");
        Assert.Equal(next, rule.NextAt([], next));
    }

    private static DateTimeOffset FirstMinute(CadenceRule[] rules, DateTimeOffset from)
    {
        var at = from;
        while (!rules.All(rule => Allows(rule, at))) at = at.AddTicks(TimeSpan.TicksPerMinute - at.Ticks % TimeSpan.TicksPerMinute);
        return at;
    }

    private static bool Allows(CadenceRule rule, DateTimeOffset at)
    {
        var zone = rule is QuietTime quietZone ? quietZone.Zone : ((AllowedWeekdays)rule).Zone;
        var shown = at.ToOffset(zone.GetUtcOffset(at)).DateTime;
        if (rule is AllowedWeekdays allowed) return allowed.Days.Any(day => (int)day == (int)shown.DayOfWeek);

        var (from, to, time) = (((QuietTime)rule).Hours.From, ((QuietTime)rule).Hours.To, TimeOnly.FromDateTime(shown));
        return from < to ? time < from || time >= to : time >= to && time < from;
    }

    private TimeZoneInfo AnyZone() => Zones[_random.Next(Zones.Count)];

    private QuietHours AnyHours()
    {
        // Often where clocks are set: in the small hours.
        var from = _random.Next(24 * 60);
        var to = _random.Next(2) == 0 ? _random.Next(4 * 60) : _random.Next(24 * 60);
        if (to == from) to = (to + 1) % (24 * 60);
        return new QuietHours(TimeOnly.MinValue.AddMinutes(from), TimeOnly.MinValue.AddMinutes(to));
    }

    private List<Weekday> AnyDays() => [.. _random.GetItems(Enum.GetValues<Weekday>(), _random.Next(1, 4)).Distinct()];

    private DateTimeOffset AnyInstant(TimeZoneInfo zone)
    {
        var seconds = _random.Next(2) == 0 ? 0 : _random.Next(60);
        var set = ClocksSet(zone);
        return set.Count > 0 && _random.Next(4) > 0
            ? set[_random.Next(set.Count)].AddMinutes(_random.Next(-36 * 60, 30 * 60)).AddSeconds(seconds)
            : Begin.AddMinutes(_random.Next(3 * 365 * 24 * 60)).AddSeconds(seconds);
    }

    /// <summary>Days from 2025 to 2027 at whose end another offset holds than at their beginning.</summary>
    private static List<DateTimeOffset> ClocksSet(TimeZoneInfo zone) =>
    [
        .. Enumerable.Range(0, 3 * 365).Select(day => Begin.AddDays(day))
            .Where(day => zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1))),
    ];
}

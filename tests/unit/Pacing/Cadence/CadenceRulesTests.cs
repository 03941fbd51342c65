using Connector.Pacing;
using Connector.Pacing.Cadence;
using Connector.Pacing.Limits;

namespace Connector.Tests.Pacing.Cadence;

/// <summary>The rules that count pins.</summary>
public sealed class CadenceRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly CadenceSettings None = new() { PinsPerDay = null };

    /// <summary>Hours ago when pins went (of the same board, link and domain), and in how many hours the next may.</summary>
    [Theory]
    [InlineData("pins_per_day", 3, "", 0)]
    [InlineData("pins_per_day", 3, "2 1", 0)]
    [InlineData("pins_per_day", 3, "5 2 1", 19)]
    [InlineData("pins_per_day", 3, "9 5 2 1", 19)]
    [InlineData("pins_per_day", 3, "24 2 1", 0)]
    [InlineData("pins_per_day", 1, "0", 24)]
    [InlineData("pins_per_board_per_week", 2, "100", 0)]
    [InlineData("pins_per_board_per_week", 2, "100 1", 68)]
    [InlineData("pins_per_board_per_week", 2, "168 1", 0)]
    [InlineData("days_between_same_link", 2, "47", 1)]
    [InlineData("days_between_same_link", 2, "48", 0)]
    [InlineData("days_between_same_link", 365, "24", 364 * 24)]
    [InlineData("pins_per_domain_per_day", 2, "3", 0)]
    [InlineData("pins_per_domain_per_day", 2, "3 2", 21)]
    [InlineData("min_gap_seconds", 7200, "30 1", 1)]
    [InlineData("min_gap_seconds", 7200, "30 2", 0)]
    public void A_rule_counts_what_went_and_says_when_there_is_room(string rule, int value, string hoursAgo, int hours)
    {
        var pace = PaceOf(Settings(rule, value));
        var pin = new PacedPin { Id = "next", BoardId = "1", LinkUrl = "https://example.com/lamp", LinkDomain = "example.com" };
        foreach (var ago in hoursAgo.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            pace.Cadence.Add(pin with { Id = $"gone {ago}" }, Now.AddHours(-int.Parse(ago)));

        var (any, among) = (pace.DecideAny(Now), pace.DecideAmong(pin, Now));
        var decision = any.IsNow ? among : any;

        Assert.Equal(Now.AddHours(hours), decision.NotBefore);
        Assert.Equal(hours == 0 ? null : rule, decision.Rule);
        if (hours > 0) Assert.Contains(rule, decision.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pins_per_board_per_week", "2", "https://example.com/lamp", false)]
    [InlineData("pins_per_board_per_week", "1", "https://other.com", true)]
    [InlineData("days_between_same_link", "2", "https://example.com/lamp", true)]
    [InlineData("days_between_same_link", "2", "https://example.com/lamp#top", true)]
    [InlineData("days_between_same_link", "2", "https://example.com/lamp/", true)]
    [InlineData("days_between_same_link", "1", "https://example.com/lamp?size=2", false)]
    [InlineData("days_between_same_link", "1", null, false)]
    [InlineData("pins_per_domain_per_day", "2", "https://example.com/other", true)]
    [InlineData("pins_per_domain_per_day", "1", "https://example.org/lamp", false)]
    [InlineData("pins_per_domain_per_day", "1", null, false)]
    public void A_rule_counts_together_what_belongs_together(string rule, string board, string? link, bool waits)
    {
        var pace = PaceOf(Settings(rule, 1));
        pace.Cadence.Add(
            new PacedPin { Id = "gone", BoardId = "1", LinkUrl = "https://example.com/lamp", LinkDomain = "example.com" }, Now);

        var decision = pace.DecideAmong(
            new PacedPin { Id = "next", BoardId = board, LinkUrl = link, LinkDomain = link is null ? null : new Uri(link).Host }, Now);

        Assert.Equal(!waits, decision.IsNow);
    }

    [Fact]
    public void A_jittered_gap_lies_between_its_bounds_and_is_the_same_whenever_asked()
    {
        var gaps = Enumerable.Range(0, 500).Select(i => GapAfter($"pin_{i}")).ToList();

        Assert.All(gaps, gap => Assert.InRange(gap, 100, 150));
        Assert.InRange(gaps.Average(), 122, 128);
        Assert.True(gaps.Min() < 103 && gaps.Max() > 147);
        Assert.Equal(gaps[7], GapAfter("pin_7"));

        static double GapAfter(string id)
        {
            var pace = PaceOf(None with { MinGapSeconds = 100, JitterPercent = 50 });
            pace.Cadence.Add(new PacedPin { Id = id }, Now);
            return (pace.DecideAny(Now).NotBefore - Now).TotalSeconds;
        }
    }

    [Fact]
    public void The_latest_of_several_rules_decides_and_says_so()
    {
        var pace = PaceOf(None with { PinsPerDay = 1, MinGapSeconds = 60 });
        pace.Cadence.Add(new PacedPin { Id = "gone" }, Now);

        Assert.Equal(("pins_per_day", Now.AddDays(1)), (pace.DecideAny(Now).Rule, pace.DecideAny(Now).NotBefore));
        Assert.True(pace.DecideAny(Now.AddDays(1)).IsNow);
    }

    [Fact]
    public void Said_twice_of_one_time_a_pin_counts_once_and_when_it_goes_again_it_counts_again()
    {
        var pace = PaceOf(None with { PinsPerDay = 2 });
        pace.Cadence.Add(new PacedPin { Id = "one" }, Now);
        pace.Cadence.Add(new PacedPin { Id = "one" }, Now);
        Assert.True(pace.DecideAny(Now).IsNow);

        pace.Cadence.Add(new PacedPin { Id = "one" }, Now.AddHours(1));

        Assert.Equal(Now.AddDays(1), pace.DecideAny(Now.AddHours(2)).NotBefore);
    }

    [Fact]
    public void When_the_clock_is_set_what_went_keeps_its_distance()
    {
        var pace = PaceOf(None with { PinsPerDay = 1 });
        pace.Cadence.Add(new PacedPin { Id = "gone" }, Now.AddHours(-4));

        pace.Shift(TimeSpan.FromHours(-1));

        Assert.Equal(Now.AddHours(19), pace.DecideAny(Now.AddHours(-1)).NotBefore);
    }

    [Fact]
    public void Without_rules_nothing_waits() => Assert.Empty(CadenceRules.Of(None));

    private static AccountPace PaceOf(CadenceSettings settings) => new([]) { Cadence = new CadenceHistory(CadenceRules.Of(settings)) };

    private static CadenceSettings Settings(string rule, int value) => rule switch
    {
        "pins_per_day" => None with { PinsPerDay = value },
        "pins_per_board_per_week" => None with { PinsPerBoardPerWeek = value },
        "days_between_same_link" => None with { DaysBetweenSameLink = value },
        "pins_per_domain_per_day" => None with { PinsPerDomainPerDay = value },
        "min_gap_seconds" => None with { MinGapSeconds = value },
        _ => throw new ArgumentException(rule),
    };
}

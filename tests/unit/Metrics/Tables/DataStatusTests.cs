using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using Connector.Pinterest;

namespace Connector.Tests.Metrics.Tables;

public sealed class DataStatusTests
{
    // Each letter is a day: Ready, Estimate, Processing, Before the pin, - without status.
    [Theory]
    [InlineData("RRREP", 3)]
    [InlineData("BBRRE", 4)]
    [InlineData("RREER", 2)] // a later final day does not close the gap
    [InlineData("RR-RR", 2)]
    [InlineData("RRRRR", 5)]
    [InlineData("EPRRR", null)]
    [InlineData("BBB", null)]
    [InlineData("", null)]
    public void Numbers_are_complete_up_to_the_first_day_that_may_still_change(string statuses, int? through)
    {
        var days = statuses.Select((letter, i) => new DailyMetrics
        {
            Date = new DateOnly(2026, 10, i + 1),
            DataStatus = letter switch { 'R' => "READY", 'E' => "ESTIMATE", 'P' => "PROCESSING", 'B' => "BEFORE_PIN_CREATED", _ => null },
        });

        Assert.Equal(through, DataStatus.CompleteThrough(days.Reverse())?.Day);
    }

    [Theory]
    [InlineData("READY READY", "ready")]
    [InlineData("BEFORE_PIN_CREATED READY", "ready")]
    [InlineData("READY ESTIMATE PROCESSING", "estimate")]
    [InlineData("BEFORE_PIN_CREATED", "before_pin_created")]
    [InlineData("SOMETHING_NEW", "something_new")]
    public void A_total_is_final_when_each_of_its_days_is(string days, string total) =>
        Assert.Equal(total, DataStatus.Together(days.Split(' ')));

    [Theory]
    [InlineData(1793491199000, 31)] // 2026-10-31T23:59:59Z
    [InlineData(1793491200000, 1)]
    [InlineData(1893456000000, 1)] // beyond the range: its end
    [InlineData(1793000000000, null)] // before the range
    [InlineData(0, null)]
    [InlineData(-5, null)]
    public void Top_pins_say_how_far_they_reach(long milliseconds, int? day)
    {
        var range = new DateRange(new DateOnly(2026, 10, 30), new DateOnly(2026, 11, 1));

        Assert.Equal(day, DataStatus.CompleteThrough(new DateAvailability { LatestAvailableTimestamp = milliseconds }, range)?.Day);
    }
}

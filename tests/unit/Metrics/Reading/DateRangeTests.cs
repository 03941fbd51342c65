using Connector.Http;
using Connector.Metrics.Reading;

namespace Connector.Tests.Metrics.Reading;

public sealed class DateRangeTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    [Theory]
    [InlineData(null, null, "2026-10-03", "2026-11-01")] // the last 30 complete days
    [InlineData("2026-10-20", null, "2026-10-20", "2026-11-01")]
    [InlineData("2026-11-02", null, "2026-11-02", "2026-11-02")] // today alone, incomplete as it is
    [InlineData(null, "2026-10-10", "2026-09-11", "2026-10-10")]
    [InlineData(null, "2026-08-10", "2026-08-05", "2026-08-10")] // no further back than there are numbers
    [InlineData("2026-08-05", "2026-11-02", "2026-08-05", "2026-11-02")]
    [InlineData("2026-10-10", "2026-10-10", "2026-10-10", "2026-10-10")]
    public void A_range_is_what_was_said_and_sensible_where_it_was_not(string? start, string? end, string from, string to)
    {
        var range = DateRange.Of(start, end, Today);

        Assert.Equal((from, to), (DateRange.Text(range.Start), DateRange.Text(range.End)));
    }

    [Theory]
    [InlineData("2026-08-04", null, "start_date")]
    [InlineData("2026-10-11", "2026-10-10", "start_date")]
    [InlineData("2026-11-03", null, "start_date")]
    [InlineData(null, "2026-11-03", "end_date")]
    [InlineData(null, "2026-08-04", "end_date")]
    [InlineData("2026-1-1", null, "start_date")]
    [InlineData("yesterday", null, "start_date")]
    [InlineData("2026-02-30", null, "start_date")]
    [InlineData("", null, "start_date")]
    [InlineData(null, "2026-10-10T00:00:00Z", "end_date")]
    public void An_impossible_range_is_refused_by_name(string? start, string? end, string field)
    {
        var refused = Assert.Throws<ProblemException>(() => DateRange.Of(start, end, Today));

        Assert.Equal([field], refused.Problem.Errors!.Keys);
    }

    [Fact]
    public void A_range_includes_its_first_and_last_day() =>
        Assert.Equal([new DateOnly(2026, 10, 31), new DateOnly(2026, 11, 1)], DateRange.Of("2026-10-31", "2026-11-01", Today).Days);
}

using Connector.Common;
using Connector.Console.Shell;
using Connector.Http;

namespace Connector.Tests.Console;

/// <summary>Times that people type, on the clock of an account's zone.</summary>
public sealed class LocalClockTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-07-01T10:00", "2026-07-01T08:00:00Z")]
    [InlineData("2026-12-01T10:00", "2026-12-01T09:00:00Z")]
    // The clock goes from 2:00 to 3:00.
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-03-29T03:00", "2026-03-29T01:00:00Z")]
    // The hour from 2:00 to 3:00 comes twice.
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T03:00", "2026-10-25T02:00:00Z")]
    public void A_time_on_the_clock_is_one_moment(string shown, string when) =>
        Assert.Equal(DateTimeOffset.Parse(when), ZoneTime.When(DateTime.Parse(shown), Berlin));

    [Theory]
    [InlineData("2026-03-28T09:00:00Z", 1, "2026-03-29T08:00:00Z")]
    [InlineData("2026-10-24T08:00:00Z", 1, "2026-10-25T09:00:00Z")]
    [InlineData("2026-10-25T09:00:00Z", -1, "2026-10-24T08:00:00Z")]
    [InlineData("2026-11-30T09:00:00Z", 7, "2026-12-07T09:00:00Z")]
    public void Some_days_later_it_is_the_same_time_of_day(string from, int days, string to) =>
        Assert.Equal(DateTimeOffset.Parse(to), LocalClock.AddDays(DateTimeOffset.Parse(from), days, Berlin));

    [Theory]
    [InlineData("2026-07-01T10:00", "2026-07-01T10:00")]
    [InlineData("2026-07-01T10:00:59", "2026-07-01T10:00")]
    [InlineData("2026-07-01 10:00", "2026-07-01T10:00")]
    public void What_a_field_holds_is_read_and_written_again(string typed, string written) =>
        Assert.Equal(written, LocalClock.Write(ZoneTime.When(LocalClock.Read(typed, "time"), Berlin), Berlin));

    [Fact]
    public void No_time_is_an_empty_field() => Assert.Equal("", LocalClock.Write(null, Berlin));

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("1899-12-31T23:59")]
    [InlineData("9001-01-01T00:00")]
    public void What_is_no_time_is_refused_by_the_name_of_its_field(string typed)
    {
        var refused = Assert.Throws<ProblemException>(() => LocalClock.Read(typed, "publish_at")).Problem;

        Assert.Contains(typed, Assert.Single(refused.Errors!["publish_at"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Atlantis/Capital")]
    public void Without_a_zone_that_is_known_it_is_UTC(string? name) => Assert.Equal(TimeZoneInfo.Utc, LocalClock.Zone(name));
}

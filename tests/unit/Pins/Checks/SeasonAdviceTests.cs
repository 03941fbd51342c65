using System.Globalization;
using Connector.Pins.Checks;
using Connector.Seasons;

namespace Connector.Tests.Pins.Checks;

public sealed class SeasonAdviceTests
{
    private static readonly SeasonWindow Christmas = SeasonWindow.Of(new DateOnly(2026, 12, 25), 75, TimeZoneInfo.Utc);

    [Theory]
    [InlineData(null, "2026-10-11T00:00:00", null)]
    [InlineData(null, "2026-12-25T23:59:59", null)]
    [InlineData(null, "2026-12-26T00:00:00", "season_late")]
    [InlineData("2026-12-01T00:00:00", "2026-12-01T00:00:00", null)]
    [InlineData("2026-12-01T00:00:00", "2027-01-01T00:00:00", "season_late")]
    [InlineData("2026-10-10T23:59:59", "2026-10-10T23:59:59", "season_early")]
    [InlineData("2026-10-11T00:00:00", "2026-10-11T00:00:00", null)]
    [InlineData("2026-10-01T00:00:00", "2027-01-01T00:00:00", "season_late")]
    public void A_pin_that_goes_outside_of_its_season_is_warned_of(string? publishAt, string goesAt, string? code) =>
        Assert.Equal(code, SeasonAdvice.Check(Christmas, publishAt is null ? null : Utc(publishAt), Utc(goesAt)).Code);

    [Fact]
    public void It_says_the_event_and_when_the_pin_goes() => Assert.Equal(
        "Late for the season: the event is on 2026-12-25, and the pin goes at 2027-01-01T08:00:00.000Z.",
        SeasonAdvice.Check(Christmas, null, Utc("2027-01-01T08:00:00")).Message);

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);
}

using Connector.Sources.Deciding;

namespace Connector.Tests.Sources;

public sealed class CheckDelayTests
{
    [Theory]
    [InlineData(1, "01:00:00", null, 0, "00:05:00")]
    [InlineData(2, "01:00:00", null, 0, "00:10:00")]
    [InlineData(3, "01:00:00", null, 0, "00:20:00")]
    [InlineData(3, "01:00:00", null, 1, "00:24:00")]
    [InlineData(3, "00:05:00", null, 0.5, "00:22:00")]
    [InlineData(8, "01:00:00", null, 0, "06:00:00")]
    [InlineData(1000, "01:00:00", null, 0, "06:00:00")]
    [InlineData(1000, "7.00:00:00", null, 1, "7.00:00:00")]
    [InlineData(1, "01:00:00", "00:01:00", 0, "00:05:00")]
    [InlineData(1, "01:00:00", "12:00:00", 0, "12:00:00")]
    [InlineData(1, "01:00:00", "365.00:00:00", 0, "7.00:00:00")]
    [InlineData(1, "01:00:00", "-01:00:00", 0, "00:05:00")]
    public void The_wait_doubles_up_to_a_bound_and_is_never_shorter_than_asked(
        long failures, string every, string? asked, double random, string wait) => Assert.Equal(
            Span(wait), CheckDelay.After(failures, Span(every), asked is null ? null : Span(asked), random));

    private static TimeSpan Span(string text) => TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

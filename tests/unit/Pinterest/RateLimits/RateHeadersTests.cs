using Connector.Pinterest.RateLimits;

namespace Connector.Tests.Pinterest.RateLimits;

public sealed class RateHeadersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("100, 100;w=1, 1000;w=60", "100/1/ 1000/60/")]
    [InlineData(
        """60, 100;w=1;name="safety_net_app_id_user_id", 60;w=60;name="org_analytics_app_id_user_id" """,
        "100/1/safety_net_app_id_user_id 60/60/org_analytics_app_id_user_id")]
    [InlineData("""100, 100;w=1;name="multi_pins_analytics" """, "100/1/multi_pins_analytics")]
    [InlineData("1000,1000;W=86400", "1000/86400/")]
    [InlineData("100", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("rubbish;;;,=;w=,;", "")]
    [InlineData("many;w=60, 5;w=soon, 5;w=0, 5;w=-1, 7;w=2", "7/2/")]
    [InlineData("99999999999999999999;w=60, 3;w=99999999999999999999", "")]
    public void Every_form_of_the_limit_header_is_read_and_rubbish_ignored(string? header, string expected)
    {
        var reading = RateHeaders.Parse(header, null, null, null, refused: false, Now);

        Assert.Equal(
            expected, string.Join(' ', reading.Buckets.Select(bucket => $"{bucket.Limit}/{bucket.Window.TotalSeconds}/{bucket.Name}")));
    }

    [Theory]
    [InlineData("99", "1", 99, 1.0)]
    [InlineData(" 0 ", "60", 0, 60.0)]
    [InlineData("99.5", "0.5", null, 0.5)]
    [InlineData("-", "1793610000", null, null)]
    [InlineData(null, null, null, null)]
    public void Remaining_is_a_count_and_reset_is_seconds_never_an_epoch(string? remaining, string? reset, int? count, double? seconds)
    {
        var reading = RateHeaders.Parse(null, remaining, reset, null, refused: false, Now);

        Assert.Equal(count, reading.Remaining);
        Assert.Equal(seconds, reading.ResetIn?.TotalSeconds);
    }

    [Theory]
    [InlineData("30", 30.0)]
    [InlineData("Mon, 02 Nov 2026 09:02:00 GMT", 120.0)]
    [InlineData("Mon, 02 Nov 2026 08:00:00 GMT", 0.0)]
    [InlineData("Mon, 02 Nov 2099 08:00:00 GMT", null)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData("NaN", null)]
    [InlineData("", null)]
    public void Retry_After_is_seconds_or_a_date(string header, double? seconds) =>
        Assert.Equal(seconds, RateHeaders.Parse(null, null, null, header, refused: true, Now).RetryAfter?.TotalSeconds);
}

using Connector.Http;
using Connector.Pins.Checks;

namespace Connector.Tests.Pins.Checks;

public sealed class PublishTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "passed", null)]
    [InlineData("2026-11-02T09:00:00Z", "passed", null)]
    [InlineData("2026-11-01T09:00:00Z", "passed", null)]
    [InlineData("2026-11-01T08:59:59Z", "warning", "publish_at_past")]
    [InlineData("2027-11-02T09:00:00Z", "passed", null)]
    [InlineData("2027-11-02T09:00:01Z", "warning", "publish_at_far")]
    [InlineData("2031-11-02T09:00:00Z", "warning", "publish_at_far")]
    [InlineData("2031-11-02T09:00:01Z", "failed", "validation_failed")]
    public void A_time_long_past_or_far_ahead_is_told_of_and_beyond_five_years_refused(string? at, string status, string? code)
    {
        var time = at is null ? (DateTimeOffset?)null : Rfc3339.TryParse(at);

        var check = PublishTime.Check(time, Now);

        Assert.Equal(("publish_at", status, code), (check.Name, check.Status, check.Code));
        if (status == "failed") Assert.Throws<ProblemException>(() => PublishTime.Ensure(time, Now));
        else PublishTime.Ensure(time, Now);
    }
}

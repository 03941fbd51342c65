using Connector.Http;

namespace Connector.Tests.Http;

public sealed class RequestLimitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(50)]
    [InlineData(1_000_000)]
    public void As_many_requests_come_back_in_a_second_as_were_set(int perSecond)
    {
        var bucket = new RequestLimitOptions { PerSecond = perSecond }.Bucket();

        Assert.Equal(perSecond, bucket.TokensPerPeriod / bucket.ReplenishmentPeriod.TotalSeconds, tolerance: 1e-4 * perSecond);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void A_number_out_of_bounds_is_the_bound(int perSecond) =>
        Assert.InRange(
            new RequestLimitOptions { PerSecond = perSecond }.Bucket().ReplenishmentPeriod, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1));
}

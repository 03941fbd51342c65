using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Tests.Http;

public sealed class RequestLimitOptionsTests
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
    [InlineData(0, 1)]
    [InlineData(1_000_001, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    public void A_number_out_of_bounds_is_refused(int perSecond, int burst)
    {
        var options = new RequestLimitOptions { PerSecond = perSecond, Burst = burst };

        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), null, validateAllProperties: true));
    }
}

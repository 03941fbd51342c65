using Connector.Replicas;
using Connector.Tests.Support;

namespace Connector.Tests.Replicas;

public sealed class SendDeadlineTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private readonly ManualClock _clock = new();
    private readonly SendDeadline _deadline;

    public SendDeadlineTests() => _deadline = new SendDeadline(_clock);

    [Fact]
    public void Before_the_first_renewal_nothing_is_sent() => Assert.False(_deadline.IsAhead);

    [Fact]
    public void It_counts_from_before_the_request_that_renewed_the_lease_and_ends_before_the_lease()
    {
        var begun = _deadline.Now;
        _clock.Advance(TimeSpan.FromSeconds(4));
        _deadline.Renewed(begun, Lease);

        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.True(_deadline.IsAhead);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.False(_deadline.IsAhead);
    }

    [Fact]
    public void A_clock_that_jumps_ahead_ends_it_because_the_machine_may_have_been_suspended()
    {
        _deadline.Renewed(_deadline.Now, Lease);

        _clock.Jump(TimeSpan.FromMinutes(1));

        Assert.False(_deadline.IsAhead);
    }
}

using Connector.Common;
using Connector.Tests.Support;

namespace Connector.Tests.Common;

public sealed class RepeatedFailuresTests
{
    private readonly ManualClock _clock = new();
    private readonly RepeatedFailures _failures;

    public RepeatedFailuresTests() => _failures = new RepeatedFailures(_clock);

    [Fact]
    public void The_first_failure_is_said_and_the_others_once_an_hour_with_their_number()
    {
        var begun = _clock.GetUtcNow();
        Assert.Equal(new FailureCount(1, begun), _failures.Failed("n8n"));
        for (var number = 0; number < 9; number++) Assert.Null(_failures.Failed("n8n"));

        _clock.Jump(RepeatedFailures.Quiet);

        Assert.Equal(new FailureCount(11, begun), _failures.Failed("n8n"));
        Assert.Null(_failures.Failed("n8n"));
    }

    [Fact]
    public void That_it_works_again_is_said_once_and_only_after_failures_that_were_said()
    {
        Assert.Null(_failures.Succeeded("n8n"));
        _failures.Failed("n8n");
        _failures.Failed("n8n");

        Assert.Equal(2, _failures.Succeeded("n8n")!.Count);
        Assert.Null(_failures.Succeeded("n8n"));
    }

    [Fact]
    public void One_that_fails_every_other_time_is_said_once_an_hour_too()
    {
        var said = 0;
        for (var minute = 0; minute < 120; minute++)
        {
            if (_failures.Failed("n8n") is not null) said++;
            if (_failures.Succeeded("n8n") is not null) said++;
            _clock.Jump(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(4, said);
    }

    [Fact]
    public void One_receiver_hides_no_other()
    {
        _failures.Failed("n8n");

        Assert.NotNull(_failures.Failed("make"));
    }
}

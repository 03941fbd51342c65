using Connector.Common;
using Connector.Tests.Support;

namespace Connector.Tests.Common;

public sealed class WakeSignalTests
{
    private readonly ManualClock _clock = new();
    private readonly WakeSignal _signal;

    public WakeSignalTests() => _signal = new WakeSignal(_clock);

    [Fact]
    public async Task A_wake_ends_a_wait()
    {
        var wait = Wait(null);
        Assert.False(wait.IsCompleted);

        _signal.Wake();

        await wait;
    }

    [Fact]
    public async Task A_wake_before_the_wait_is_not_lost()
    {
        _signal.Wake();
        Assert.True(_signal.IsPending);

        await Wait(null);

        Assert.False(_signal.IsPending);
    }

    [Fact]
    public async Task Many_wakes_end_one_wait()
    {
        for (var wakes = 0; wakes < 3; wakes++) _signal.Wake();

        await Wait(null);

        Assert.False(Wait(null).IsCompleted);
    }

    [Fact]
    public async Task A_wait_ends_at_its_time()
    {
        var wait = Wait(_clock.GetUtcNow().AddSeconds(10));

        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(wait.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await wait;
    }

    [Fact]
    public async Task A_wait_for_a_time_that_is_over_does_not_wait() =>
        await Wait(_clock.GetUtcNow().AddSeconds(-1));

    [Fact]
    public async Task A_wait_ends_when_its_time_passes_while_the_timer_is_set()
    {
        _clock.PassAfter(1, TimeSpan.FromSeconds(20));

        await Wait(_clock.GetUtcNow().AddSeconds(10));
    }

    [Fact]
    public async Task A_clock_set_forward_is_seen_within_a_minute()
    {
        var wait = Wait(_clock.GetUtcNow().AddHours(3));

        _clock.Jump(TimeSpan.FromHours(3));
        _clock.Advance(WakeSignal.LookInterval);

        await wait;
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public async Task A_clock_that_was_set_ends_a_wait_for_any_time_and_one_for_none(int minutes)
    {
        var (one, other) = (Wait(_clock.GetUtcNow().AddHours(3)), new WakeSignal(_clock).WaitAsync(null, default));

        _clock.Jump(TimeSpan.FromMinutes(minutes));
        _clock.Advance(WakeSignal.LookInterval);

        await one;
        await other;
    }

    [Fact]
    public async Task A_clock_that_was_set_while_there_was_work_ends_the_next_wait_once()
    {
        _clock.Jump(TimeSpan.FromMinutes(-20));

        await Wait(_clock.GetUtcNow().AddHours(3));

        Assert.False(Wait(_clock.GetUtcNow().AddHours(3)).IsCompleted);
    }

    [Fact]
    public async Task Nothing_is_woken_each_minute_and_all_each_quarter_of_an_hour()
    {
        var wait = Wait(_clock.GetUtcNow().AddHours(3));

        for (var looks = 1; looks < WakeSignal.LongestWait / WakeSignal.LookInterval; looks++) _clock.Advance(WakeSignal.LookInterval);
        Assert.False(_signal.IsPending);
        Assert.False(wait.IsCompleted);
        _clock.Advance(WakeSignal.LookInterval);

        await wait;
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_make_a_wait_longer()
    {
        var wait = Wait(_clock.GetUtcNow().AddSeconds(10));

        _clock.Jump(TimeSpan.FromHours(-3));
        _clock.Advance(TimeSpan.FromSeconds(10));

        await wait;
    }

    [Fact]
    public async Task It_says_whether_the_worker_waits_and_until_when()
    {
        var until = _clock.GetUtcNow().AddSeconds(10);
        Assert.False(_signal.IsWaiting);

        var wait = Wait(until);
        Assert.True(_signal.IsWaiting);
        Assert.Equal(until, _signal.Until);

        _signal.Wake();
        Assert.False(_signal.IsWaiting);
        await wait;
        Assert.False(_signal.IsWaiting);
    }

    [Fact]
    public void Whoever_hears_that_a_wait_begins_finds_its_timer_set()
    {
        DateTimeOffset? timer = null;
        _signal.Waiting += _ => timer = _clock.NextTimerAt;

        _ = Wait(_clock.GetUtcNow().AddSeconds(10));

        Assert.Equal(_clock.GetUtcNow().AddSeconds(10), timer);
    }

    [Fact]
    public async Task A_cancelled_wait_ends_without_an_exception()
    {
        using var stop = new CancellationTokenSource();
        var wait = _signal.WaitAsync(null, stop.Token);

        await stop.CancelAsync();

        await wait.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Null(_clock.NextTimerAt);
    }

    private Task Wait(DateTimeOffset? until) => _signal.WaitAsync(until, TestContext.Current.CancellationToken);
}

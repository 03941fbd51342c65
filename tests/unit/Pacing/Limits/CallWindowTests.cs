using Connector.Pacing.Limits;

namespace Connector.Tests.Pacing.Limits;

public sealed class CallWindowTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly CallWindow _window = new(new PaceLimit("org_write", "org_write", "account", 3, Minute, "published"));

    private static DateTimeOffset At(double seconds) => T0.AddSeconds(seconds);

    private void Spend(params double[] endedAt)
    {
        foreach (var second in endedAt) _window.Add(At(second), At(second));
    }

    [Theory]
    [InlineData(new double[] { }, 0, 0)]
    [InlineData(new double[] { 0, 1 }, 2, 2)]
    [InlineData(new double[] { 0, 1, 2 }, 3, 60)]
    [InlineData(new double[] { 0, 1, 2 }, 59.9, 60)]
    [InlineData(new double[] { 0, 1, 2 }, 60, 60)]
    [InlineData(new double[] { 0, 1, 2, 3 }, 4, 61)]
    [InlineData(new double[] { 2, 0, 1 }, 3, 60)]
    public void The_next_call_waits_for_a_place(double[] ended, double now, double expected)
    {
        Spend(ended);

        Assert.Equal(At(expected), _window.NextAt(0, At(now)));
    }

    [Fact]
    public void A_call_in_progress_keeps_its_place_until_a_window_after_it_ended()
    {
        _window.Begin(At(0));
        Spend(0, 1);

        Assert.Equal(0, _window.Remaining(0, At(30)));
        _window.End(At(50));

        Assert.Equal(1, _window.Remaining(0, At(60)));
        Assert.Equal(2, _window.Remaining(0, At(61)));
        Assert.Equal(3, _window.Remaining(0, At(110)));
    }

    [Fact]
    public void A_call_that_never_left_gives_its_place_back()
    {
        _window.Begin(T0);
        _window.Release();

        Assert.Equal(3, _window.Remaining(0, T0));
    }

    [Fact]
    public void A_lower_limit_named_by_Pinterest_holds_for_one_window()
    {
        _window.Lower(1, T0);
        Spend(0);

        Assert.Equal(At(60), _window.NextAt(0, At(1)));
        Assert.Equal(3, _window.Remaining(0, At(61)));
    }

    [Fact]
    public void A_clock_that_was_set_makes_nothing_older_or_newer()
    {
        Spend(0, 1, 2);
        _window.Shift(TimeSpan.FromHours(-1));

        Assert.Equal(At(60).AddHours(-1), _window.NextAt(0, At(3).AddHours(-1)));
    }

    /// <summary>The margin is ours, so it counts from the start; what Pinterest may count counts to the end.</summary>
    [Fact]
    public void A_margin_leaves_places_free_that_slow_answers_may_take()
    {
        var window = new CallWindow(new PaceLimit("org_write", "org_write", "account", 100, Minute, "published"));
        for (var i = 0; i < 95; i++) window.Begin(At(i / 100d));

        Assert.Equal(At(60), window.NextAt(5, At(1)));
        for (var i = 0; i < 95; i++) window.End(At(4));
        Assert.Equal(0, window.Remaining(5, At(5)));
        Assert.Equal(At(60), window.NextAt(5, At(5)));
        Assert.Equal(5, window.Remaining(5, At(60.045)));
    }

    /// <summary>The promise itself: whatever the times and durations, no window of any alignment holds more calls than allowed.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_window_ever_holds_more_calls_than_the_limit(int seed)
    {
        var random = new Random(seed);
        var now = T0;
        var counted = new List<DateTimeOffset>();
        for (var i = 0; i < 200; i++)
        {
            if (_window.NextAt(0, now) is var next && next > now) now = next;
            _window.Begin(now);
            var started = now;
            now += TimeSpan.FromSeconds(random.NextDouble() * 5);
            _window.End(now);
            // Pinterest counts the call somewhere between its start and its end.
            counted.Add(started + random.NextDouble() * (now - started));
        }

        Assert.All(counted, start => Assert.InRange(counted.Count(c => c >= start && c < start + Minute), 1, 3));
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 50)];
}

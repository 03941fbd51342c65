using Connector.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Pinterest;

public sealed class PinterestClockTests
{
    private readonly ManualClock _clock = new();
    private readonly PinterestClock _pinterestClock;

    public PinterestClockTests() => _pinterestClock = new PinterestClock(_clock);

    private bool IsConfirmed => _pinterestClock.Confirms(PinterestEnvironment.Production);

    [Fact]
    public void No_clock_is_confirmed_before_the_first_answer_of_Pinterest() => Assert.False(IsConfirmed);

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(-60, true)]
    [InlineData(61, false)]
    [InlineData(-61, false)]
    [InlineData(3_600, false)]
    public void A_clock_is_right_when_it_shows_what_Pinterests_answers_say(int ahead, bool expected)
    {
        Note(_clock.GetUtcNow() - TimeSpan.FromSeconds(ahead));

        Assert.Equal(expected, IsConfirmed);
    }

    [Theory]
    [InlineData(3_600)]
    [InlineData(-3_600)]
    public void A_clock_that_was_set_since_is_not_right_until_the_next_answer_says_so(int seconds)
    {
        Note(_clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromHours(5));
        Assert.True(IsConfirmed);

        _clock.Jump(TimeSpan.FromSeconds(seconds));

        Assert.False(IsConfirmed);
        Note(_clock.GetUtcNow());
        Assert.True(IsConfirmed);
    }

    [Fact]
    public void The_simulator_which_has_our_own_clock_confirms_nothing_about_Pinterest()
    {
        _pinterestClock.Note(PinterestEnvironment.Simulator, _clock.GetUtcNow());

        Assert.False(IsConfirmed);
    }

    private void Note(DateTimeOffset there) => _pinterestClock.Note(PinterestEnvironment.Production, there);
}

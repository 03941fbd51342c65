using Connector.Pacing;
using Connector.Pacing.Cadence;

namespace Connector.Tests.Pacing.Cadence;

public sealed class CadenceHistoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly PacedPin OnOne = new() { Id = "a", BoardId = "1" }, OnTwo = new() { Id = "b", BoardId = "2" };

    private readonly CadenceHistory _history = new(CadenceRules.Of(
        new CadenceSettings { PinsPerDay = 1, PinsPerBoardPerWeek = 1 }));

    [Fact]
    public void A_pin_that_was_not_published_after_all_counts_for_no_rule()
    {
        _history.Add(OnOne, Now);
        Assert.Equal((Now.AddDays(1), Now.AddDays(7)), (_history.ForAll(Now).At, _history.ForPin(OnOne, Now).At));

        _history.Remove(OnOne, Now);

        Assert.Equal((Now, Now), (_history.ForAll(Now).At, _history.ForPin(OnOne, Now).At));
    }

    [Fact]
    public void A_partition_is_counted_by_itself_however_the_questions_alternate()
    {
        Assert.Equal(Now, _history.ForPin(OnTwo, Now).At);
        _history.Add(OnTwo, Now);

        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Equal(Now.AddDays(7), _history.ForPin(OnTwo, Now).At);
            Assert.Equal(Now, _history.ForPin(OnOne, Now).At);
        }
    }

    [Fact]
    public void One_that_was_counted_late_takes_its_place_by_its_time()
    {
        _history.Add(OnTwo, Now.AddSeconds(2));
        _history.Add(OnOne, Now);

        Assert.Equal(Now.AddSeconds(2).AddDays(1), _history.ForAll(Now).At);
    }

    [Fact]
    public void A_copy_counts_on_its_own()
    {
        _history.Add(OnOne, Now);
        var copy = _history.Copy();

        copy.Remove(OnOne, Now);

        Assert.Equal((Now.AddDays(1), Now), (_history.ForAll(Now).At, copy.ForAll(Now).At));
    }
}

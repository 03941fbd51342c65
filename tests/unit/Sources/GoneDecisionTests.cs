using Connector.Sources;
using Connector.Sources.Deciding;

namespace Connector.Tests.Sources;

public sealed class GoneDecisionTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("pinned", 0, "pinned", 1, false)]
    [InlineData("pinned", 1, "gone", 2, true)]
    [InlineData("existing", 1, "gone", 2, true)]
    public void An_item_is_gone_when_it_was_missing_twice(string state, int missing, string after, int times, bool isTold)
    {
        var found = GoneDecision.Of([new SourceItemRow { Key = "k", State = state, Missing = missing }], 1, Now);

        var row = Assert.Single(found.Rows);
        Assert.Equal((after, times, isTold), (row.State, (int)row.Missing, found.Gone.Count == 1));
        Assert.Equal(isTold ? state : null, row.StateBefore);
    }

    [Fact]
    public void An_item_that_is_gone_is_not_told_again() =>
        Assert.Empty(GoneDecision.Of([new SourceItemRow { State = SourceItemState.Gone, Missing = 2 }], 1, Now).Rows);

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(10, 10, false)]
    [InlineData(11, 22, false)]
    [InlineData(11, 21, true)]
    [InlineData(100, 1000, false)]
    [InlineData(101, 1000, true)]
    public void So_many_at_once_that_the_source_is_probably_wrong_are_told_together(int gone, long all, bool together) =>
        Assert.Equal(together, GoneDecision.AreTogether(gone, all));
}

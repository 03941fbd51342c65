using Connector.Boards.Names;
using Connector.Tests.Support;

namespace Connector.Tests.Boards.Names;

public sealed class BoardNameCacheTests
{
    private static readonly NamedItem[] Names = [new("1", "Recipes")];

    [Theory]
    [InlineData(0, true, true)]
    [InlineData(4.9, true, true)]
    [InlineData(5, true, false)]
    [InlineData(59.9, true, false)]
    [InlineData(60, false, false)]
    public void Names_are_remembered_for_a_minute(double seconds, bool known, bool fresh)
    {
        var clock = new ManualClock();
        var remembered = new BoardNameCache(clock);
        remembered.Keep("acc_1", null, Names);

        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(known, remembered.Find("acc_1", null) is not null);
        Assert.Equal(fresh, remembered.Find("acc_1", null)?.IsFresh ?? false);
    }

    [Fact]
    public void A_change_forgets_all_of_one_account_and_nothing_of_another()
    {
        var remembered = new BoardNameCache(new ManualClock());
        remembered.Keep("acc_1", null, Names);
        remembered.Keep("acc_1", "1", Names);
        remembered.Keep("acc_2", null, Names);

        remembered.Forget("acc_1");

        Assert.Null(remembered.Find("acc_1", null));
        Assert.Null(remembered.Find("acc_1", "1"));
        Assert.NotNull(remembered.Find("acc_2", null));
    }
}

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
    public void Names_are_cached_for_a_minute(double seconds, bool known, bool fresh)
    {
        var clock = new ManualClock();
        var cache = new BoardNameCache(clock);
        cache.Keep("acc_1", null, Names);

        clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(known, cache.Find("acc_1", null) is not null);
        Assert.Equal(fresh, cache.Find("acc_1", null)?.IsFresh ?? false);
    }

    [Fact]
    public void A_change_forgets_all_of_one_account_and_nothing_of_another()
    {
        var cache = new BoardNameCache(new ManualClock());
        cache.Keep("acc_1", null, Names);
        cache.Keep("acc_1", "1", Names);
        cache.Keep("acc_2", null, Names);

        cache.Forget("acc_1");

        Assert.Null(cache.Find("acc_1", null));
        Assert.Null(cache.Find("acc_1", "1"));
        Assert.NotNull(cache.Find("acc_2", null));
    }
}

using Connector.Catalogs.Feeds;
using Connector.Pinterest;

namespace Connector.Tests.Catalogs;

/// <summary>What a look at a feed means.</summary>
public sealed class FeedDecisionTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static FeedWatchRow Watched => new() { AccountId = "acc_1", FeedId = "1", Since = Start };

    private static FeedWatchRow Asked => Watched with { Asked = 1, BusySince = Start };

    private static FeedResult Run(string id, string status, double hours = 0) =>
        new() { Id = id, Status = status, CreatedAt = Start.AddHours(hours) };

    private static FeedDecision Look(FeedWatchRow row, double hours, params FeedResult[] results) =>
        FeedDecision.Of(row, results, Start.AddHours(hours));

    [Fact]
    public void What_was_over_before_it_was_watched_is_not_told()
    {
        var first = Look(Watched, 0, Run("2", "COMPLETED", -1), Run("1", "FAILED", -25));

        Assert.Empty(first.News);
        Assert.Empty(Look(first.After, 1, Run("2", "COMPLETED", -1)).News);
        Assert.Equal(Start.AddHours(1), first.After.NextLookAt);
    }

    [Theory]
    [InlineData("COMPLETED", null)]
    [InlineData("FAILED", "failed")]
    public void What_went_on_when_it_was_first_seen_is_told_once_when_it_is_over(string status, string? reason)
    {
        var first = Look(Watched, 0, Run("2", "PROCESSING", -1));
        var second = Look(first.After, 0.25, Run("2", status, -1));

        Assert.Equal(Start.AddMinutes(15), first.After.NextLookAt);
        Assert.Equal([new FeedNews("2", reason)], second.News);
        Assert.Null(second.After.BusySince);
        Assert.Empty(Look(second.After, 1.25, Run("2", status, -1)).News);
    }

    [Fact]
    public void Several_that_are_over_are_told_oldest_first() => Assert.Equal(
        ["1", "2"], Look(Watched, 50, Run("2", "COMPLETED", 30), Run("1", "FAILED", 6)).News.Select(news => news.ResultId));

    [Fact]
    public void What_was_asked_for_is_waited_for_until_it_shows()
    {
        var nothing = Look(Asked, 0.25);
        var going = Look(nothing.After, 0.5, Run("1", "PROCESSING", 0.1));
        var over = Look(going.After, 2, Run("1", "COMPLETED", 0.1));

        Assert.Equal((1, Start.AddMinutes(30)), (nothing.After.Asked, nothing.After.NextLookAt));
        Assert.Equal((0, Start), (going.After.Asked, going.After.BusySince));
        Assert.Equal([new FeedNews("1", null)], over.News);
    }

    [Fact]
    public void What_never_ends_is_told_once_and_its_end_is_told_all_the_same()
    {
        var going = Look(Watched, 1, Run("1", "PROCESSING", 1));
        var late = Look(going.After, 24.9, Run("1", "PROCESSING", 1));
        var tooLate = Look(late.After, 25, Run("1", "PROCESSING", 1));
        var after = Look(tooLate.After, 60, Run("1", "PROCESSING", 1));
        var over = Look(after.After, 61, Run("1", "COMPLETED", 1));

        Assert.Empty(late.News);
        Assert.Equal([new FeedNews("1", "not_finished")], tooLate.News);
        Assert.Equal(Start.AddHours(26), tooLate.After.NextLookAt);
        Assert.Empty(after.News);
        Assert.Equal([new FeedNews("1", null)], over.News);
    }

    [Fact]
    public void What_was_asked_for_and_never_shows_is_told_once()
    {
        var tooLate = Look(Asked, 24);

        Assert.Equal([new FeedNews(null, "not_finished")], tooLate.News);
        Assert.Empty(Look(tooLate.After, 49).News);
    }

    [Fact]
    public void The_next_processing_is_told_while_another_never_ends()
    {
        var stuck = Look(Look(Watched, 0, Run("1", "PROCESSING")).After, 24, Run("1", "PROCESSING")).After;
        var next = Look(stuck, 26, Run("2", "COMPLETED", 25), Run("1", "PROCESSING"));

        Assert.Equal([new FeedNews("2", null)], next.News);
        Assert.Null(next.After.BusySince);
    }

    [Fact]
    public void A_status_that_is_not_known_and_a_result_without_an_id_are_no_end() =>
        Assert.Empty(Look(Watched, 1, Run("1", "RESTING", 1), Run("", "COMPLETED", 1)).News);

    [Fact]
    public void No_id_of_Pinterests_is_remembered_as_it_is() =>
        Assert.DoesNotContain("8639", Look(Watched, 1, Run("8639", "COMPLETED", 1)).After.Seen, StringComparison.Ordinal);
}

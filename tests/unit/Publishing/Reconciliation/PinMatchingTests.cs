using Connector.Pins;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;
using Connector.Publishing.Reconciliation;

namespace Connector.Tests.Publishing.Reconciliation;

public sealed class PinMatchingTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly PinRow Pin = new()
    {
        Id = "pin_0000000000000bcdefghjkmnpq",
        BoardId = "1",
        Title = "A lamp",
        Description = "Warm light",
        LinkUrl = "https://example.com/lamp",
        LinkMarker = true,
    };

    private static readonly AttemptRow Attempt = new()
    {
        Outcome = "unknown",
        StartedAt = T0,
        EndedAt = T0.AddSeconds(90),
        ClockConfirmed = true,
    };

    private static readonly PinSearch Search = PinSearch.For(Pin, [Attempt]);

    private static PinterestPin Seen(
        string id,
        string? link = "https://example.com/lamp",
        string? title = "A lamp",
        string? description = "Warm light",
        double at = 5) => new()
        {
            Id = id,
            Link = link,
            Title = title,
            Description = description,
            CreatedAt = T0.AddSeconds(at),
            Media = new PinMedia { MediaType = "image" },
        };

    private const string Marked = "https://example.com/lamp?pin_ref=bcdefghjkmnpq";
    private const string OthersMark = "https://example.com/lamp?pin_ref=0000000000000";

    private static string Match(params PinterestPin[] seen) => Match([], seen);

    private static string Match(string[] claimed, params PinterestPin[] seen) => Match(Search, claimed, seen);

    private static string Match(PinSearch search, string[] claimed, params PinterestPin[] seen) =>
        string.Join(' ', PinMatching.Candidates(search, seen, claimed.ToHashSet()).Select(c => $"{c.PinterestPinId}:{c.MatchedBy}"));

    [Fact]
    public void The_marker_decides_whatever_else_is_on_the_board() =>
        Assert.Equal("2:marker", Match(Seen("1"), Seen("2", Marked, title: "Edited since", at: 99_999), Seen("3", OthersMark)));

    [Fact]
    public void Without_the_marker_the_same_words_at_the_right_time_decide() =>
        Assert.Equal("1:fingerprint", Match(Seen("1"), Seen("2", title: "Another", link: "https://example.com/x")));

    [Theory]
    [InlineData(-119, "1:fingerprint")]
    [InlineData(209, "1:fingerprint")]
    [InlineData(-121, "1:resemblance")]
    [InlineData(-86_400, "1:resemblance")]
    [InlineData(-86_400 - 121, "")]
    public void A_pin_from_long_before_the_attempts_is_no_candidate_when_the_clock_was_right(double at, string expected) =>
        Assert.Equal(expected, Match(Seen("1", at: at)));

    /// <summary>
    /// Found by the crash program: with the clock an hour off, a pin found by its words alone was called absent and published twice.
    /// </summary>
    [Theory]
    [InlineData(-121)]
    [InlineData(-3_600)]
    [InlineData(-400_000_000)]
    [InlineData(211)]
    [InlineData(400_000_000)]
    public void A_pin_at_a_time_that_only_a_wrong_clock_explains_is_never_reported_as_absent(double at)
    {
        var search = PinSearch.For(Pin, [Attempt with { ClockConfirmed = false }]);

        Assert.Equal("1:resemblance", Match(search, [], Seen("1", at: at)));
        Assert.Equal("2:fingerprint", Match(search, [], Seen("1", at: at), Seen("2")));
        Assert.Equal("", Match(search, ["1"], Seen("1", at: at)));
        Assert.Equal("", Match(search, [], Seen("1", at: at, link: "https://example.com/other")));
    }

    /// <summary>
    /// A clock that was right at the start may be wrong by the end: a machine without a battery for its clock starts in the past.
    /// </summary>
    [Fact]
    public void A_pin_from_after_the_attempts_is_never_reported_as_absent() => Assert.Equal("1:resemblance", Match(Seen("1", at: 3_600)));

    [Fact]
    public void One_attempt_with_a_doubtful_clock_is_enough_to_look_back_to_the_beginning()
    {
        Assert.Equal(T0.AddMinutes(-2), Search.Since);
        Assert.Equal(DateTimeOffset.MinValue, PinSearch.For(Pin, [Attempt, Attempt with { ClockConfirmed = false }]).Since);
    }

    [Fact]
    public void A_pin_that_carries_another_pins_marker_is_that_other_pin() => Assert.Equal("", Match(Seen("1", OthersMark)));

    [Fact]
    public void A_pin_that_is_another_pin_of_ours_is_no_candidate() => Assert.Equal("2:fingerprint", Match(["1"], Seen("1"), Seen("2")));

    [Fact]
    public void Two_that_say_the_same_are_two_candidates() => Assert.Equal("1:fingerprint 2:fingerprint", Match(Seen("1"), Seen("2")));

    [Fact]
    public void The_same_pin_seen_on_two_pages_is_one() => Assert.Equal("1:fingerprint", Match(Seen("1"), Seen("1")));

    [Theory]
    [InlineData("https://example.com/lamp", "Rewritten", "By Pinterest")]
    [InlineData("https://redirected.example/x", "A lamp", "Warm light")]
    public void A_partial_match_is_never_reported_as_absent(string link, string title, string description)
    {
        Assert.Equal("1:resemblance", Match(Seen("1", link, title, description)));
        Assert.Equal(
            "several", Reconciler.Judge(new BoardReading([], 1, false, true), [new Candidate("1", Candidate.ByResemblance)]).Result);
    }

    [Fact]
    public void A_pin_without_a_creation_time_stays_a_candidate() =>
        Assert.Equal("1:fingerprint", Match(Seen("1") with { CreatedAt = null }));
}

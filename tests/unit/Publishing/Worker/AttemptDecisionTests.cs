using Connector.Common;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;
using Connector.Publishing.Worker;

namespace Connector.Tests.Publishing.Worker;

public sealed class AttemptDecisionTests
{
    private static AttemptResult Of(FailureKind kind, long triesLeft = 5, TimeSpan? retryAfter = null) =>
        AttemptDecision.Of(new PinterestFailure(kind, 400, 1, "message", "rid", retryAfter), triesLeft, tries: 0, new Random(1));

    public static TheoryData<string, string, string, string?> Table() => new()
    {
        { "NotSent", "not_sent", "Retry", null },
        { "NoAnswer", "unknown", "Reconcile", null },
        { "Unreadable", "unknown", "Reconcile", null },
        { "ServerError", "unknown", "Reconcile", null },
        { "Undocumented", "unknown", "Reconcile", null },
        { "RateLimited", "refused", "Retry", null },
        { "Conflict", "refused", "Retry", null },
        { "UrlUnreachable", "refused", "Retry", null },
        { "AppNotApproved", "refused", "Hold", null },
        { "FeatureRestricted", "refused", "Hold", null },
        { "ScopeMissing", "refused", "Hold", null },
        { "TrialAccess", "refused", "Hold", null },
        { "SpamBlocked", "refused", "Hold", null },
        { "LinkBlocked", "refused", "Fail", "link_blocked" },
        { "LinkInvalid", "refused", "Fail", "link_invalid" },
        { "Invalid", "refused", "Fail", "pinterest_refused" },
        { "BoardNotFound", "refused", "Fail", "board_not_found" },
        { "SectionNotFound", "refused", "Fail", "section_not_found" },
        { "Forbidden", "refused", "Fail", "pinterest_refused" },
        { "DataAccessDenied", "refused", "Fail", "capability_unavailable" },
        { "ImageTooSmall", "refused", "Fail", "media_too_small" },
        { "ImageBroken", "refused", "Fail", "media_broken" },
        { "ImageFormat", "refused", "Fail", "media_type_unsupported" },
        { "NotFound", "refused", "Fail", "not_found" },
        { "PinNotFound", "refused", "Fail", "not_found" },
        { "BusinessNeeded", "refused", "Fail", "capability_unavailable" },
        { "MerchantDisapproved", "refused", "Fail", "merchant_disapproved" },
        { "MerchantInReview", "refused", "Fail", "merchant_in_review" },
        { "WebsiteNeeded", "refused", "Fail", "website_needed" },
        { "FeedNotFound", "refused", "Fail", "feed_not_found" },
        { "FeedResultNotFound", "refused", "Fail", "feed_result_not_found" },
        { "FeedNameTaken", "refused", "Fail", "conflict" },
        { "InPromotion", "refused", "Fail", "conflict" },
        { "CatalogNeeded", "refused", "Fail", "catalog_needed" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_failure_has_one_outcome_and_one_consequence(string kind, string outcome, string next, string? errorCode)
    {
        var result = Of(Enum.Parse<FailureKind>(kind));

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(next, result.Next.ToString());
        if (errorCode is not null) Assert.Equal(errorCode, result.ErrorCode);
    }

    [Theory]
    [InlineData("ServerError", true)]
    [InlineData("NoAnswer", true)]
    [InlineData("RateLimited", false)]
    public void A_renewal_that_failed_waits_as_long_as_Pinterest_asks_and_counts_as_an_outage_when_it_is(string kind, bool isOutage)
    {
        var failure = new PinterestFailure(Enum.Parse<FailureKind>(kind), 429, 8, "message", "rid", TimeSpan.FromMinutes(1));

        var result = AttemptDecision.TokenNotRenewed(sent: false, failure, tries: 0, new Random(1));

        Assert.Equal(
            ("not_sent", NextAction.Retry, TimeSpan.FromMinutes(1), isOutage),
            (result.Outcome, result.Next, result.Delay, result.IsOutage));
    }

    /// <summary>The account may have been connected again before the refusal is written down.</summary>
    [Theory]
    [InlineData("reconnect_required", "Retry")]
    [InlineData("app_not_configured", "Hold")]
    public void An_account_whose_token_was_given_up_is_not_stopped_once_more(string code, string next)
    {
        var result = AttemptDecision.AccountStopped(sent: true, new Connector.Http.Problem(409, code, "title", "detail", "remediation"));

        Assert.Equal(("refused", next, code), (result.Outcome, result.Next.ToString(), result.ErrorCode));
    }

    /// <summary>The second promise: what may be on Pinterest is never sent again.</summary>
    [Fact]
    public void Only_what_was_not_sent_or_was_refused_may_be_sent_again() =>
        Assert.All(Enum.GetValues<FailureKind>(), kind => Assert.False(
            Of(kind) is { Outcome: "unknown", Next: not NextAction.Reconcile }, $"{kind}"));

    [Fact]
    public void Every_failure_that_stays_says_what_to_do() =>
        Assert.All(Enum.GetValues<FailureKind>().Select(k => Of(k)).Where(v => v.Next is NextAction.Fail), result =>
        {
            Assert.NotNull(result.ErrorCode);
            Assert.NotNull(result.Retryable);
            Assert.True(result.ErrorRemediation?.Length > 20);
        });

    [Fact]
    public void A_passing_refusal_fails_the_pin_when_its_tries_are_used_up()
    {
        Assert.Equal(NextAction.Retry, Of(FailureKind.Conflict, triesLeft: 2).Next);
        Assert.Equal(NextAction.Fail, Of(FailureKind.Conflict, triesLeft: 1).Next);
        Assert.True(Of(FailureKind.Conflict, triesLeft: 1).Retryable);
    }

    [Theory]
    [InlineData("NotSent")]
    [InlineData("RateLimited")]
    public void A_refusal_for_now_costs_no_try(string kind)
    {
        var result = Of(Enum.Parse<FailureKind>(kind), triesLeft: 1);

        Assert.Equal(NextAction.Retry, result.Next);
        Assert.False(result.UsesRetry);
    }

    [Fact]
    public void A_wait_that_Pinterest_asks_for_is_honoured() =>
        Assert.Equal(TimeSpan.FromMinutes(3), Of(FailureKind.Conflict, retryAfter: TimeSpan.FromMinutes(3)).Delay);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 4)]
    [InlineData(5, 64)]
    [InlineData(9, 600)]
    [InlineData(1000, 600)]
    public void Backoff_spreads_over_the_whole_of_a_doubling_span(long tries, double ceiling)
    {
        var random = new Random(7);

        var delays = Enumerable.Range(0, 500).Select(_ => Backoff.Delay(tries, random).TotalSeconds).ToList();

        Assert.InRange(delays.Max(), ceiling * 0.97, ceiling);
        Assert.InRange(delays.Min(), 0, ceiling * 0.03);
    }
}

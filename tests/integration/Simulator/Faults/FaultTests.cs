using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Accounts.OAuth;
using Connector.Tests.Simulator.Api;
using Connector.Tests.Simulator.Media;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Faults;

public sealed class FaultTests : ConnectedSimulator
{
    [Theory]
    [InlineData("accept_then_drop", nameof(FailureKind.NoAnswer), true)]
    [InlineData("error_after_create", nameof(FailureKind.ServerError), true)]
    [InlineData("truncated_body", nameof(FailureKind.NoAnswer), true)]
    [InlineData("no_id", nameof(FailureKind.Unreadable), true)]
    [InlineData("html", nameof(FailureKind.Unreadable), true)]
    [InlineData("undocumented_after_create", nameof(FailureKind.Undocumented), true)]
    [InlineData("undocumented", nameof(FailureKind.Undocumented), false)]
    [InlineData("drop_before_read", nameof(FailureKind.NoAnswer), false)]
    [InlineData("rate_limited", nameof(FailureKind.RateLimited), false)]
    [InlineData("link_blocked", nameof(FailureKind.LinkBlocked), false)]
    [InlineData("spam_blocked", nameof(FailureKind.SpamBlocked), false)]
    [InlineData("token_expired", nameof(FailureKind.TokenExpired), false)]
    [InlineData("app_not_approved", nameof(FailureKind.AppNotApproved), false)]
    [InlineData("feature_restricted", nameof(FailureKind.FeatureRestricted), false)]
    [InlineData("scope_missing", nameof(FailureKind.ScopeMissing), false)]
    [InlineData("trial_access", nameof(FailureKind.TrialAccess), false)]
    [InlineData("data_access_denied", nameof(FailureKind.DataAccessDenied), false)]
    [InlineData("forbidden", nameof(FailureKind.Forbidden), false)]
    [InlineData("image_too_small", nameof(FailureKind.ImageTooSmall), false)]
    [InlineData("image_broken", nameof(FailureKind.ImageBroken), false)]
    [InlineData("image_format", nameof(FailureKind.ImageFormat), false)]
    [InlineData("url_unreachable", nameof(FailureKind.UrlUnreachable), false)]
    [InlineData("board_gone", nameof(FailureKind.BoardNotFound), false)]
    [InlineData("server_error", nameof(FailureKind.ServerError), false)]
    public async Task A_fault_strikes_one_create_and_leaves_a_pin_or_not(string fault, string kind, bool isMade)
    {
        Simulator.Faults.Add(new FaultRule("MARIA", fault));

        var thrown = await Assert.ThrowsAsync<PinterestException>(CreateAsync);

        Assert.Equal(Enum.Parse<FailureKind>(kind), thrown.Failure.Kind);
        Assert.Equal(isMade ? 1 : 0, Simulator.Control.Pins("maria").Count);
        await CreateAsync();
        Assert.Equal(isMade ? 2 : 1, Simulator.Control.Pins("maria").Count);
    }

    [Fact]
    public void Every_fault_is_tried_here_or_with_the_listings_the_tokens_or_the_media()
    {
        Type[] tests =
        [
            typeof(FaultTests), typeof(TokenTests), typeof(State.NormalizedTextTests), typeof(MediaFaultTests), typeof(FailurePagesTests),
            typeof(Catalogs.FeedTests),
        ];
        var tried = tests
            .SelectMany(test => test.GetMethods())
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .SelectMany(row => row.Data.Take(1).OfType<string>());
        string[] alone =
        [
            "slow_headers", "slow_body", "conflict", "list_lag", "list_shuffled", "list_short", "list_moves", "read_denied", "refresh_lost",
            "refresh_grace", "refresh_twice", "consent_slow", "edit_ignored", "feed_stuck", "feed_slow", "feed_failed",
            "feed_issues", "feed_gone", "items_stuck", "items_failed", "batch_gone",
        ];

        Assert.Equal(FaultCatalog.All.Keys.Order(), tried.Concat(alone).Distinct().Order());
    }

    [Theory]
    [InlineData("slow_headers")]
    [InlineData("slow_body")]
    public async Task A_slow_answer_comes_when_its_time_has_come(string fault)
    {
        Simulator.Faults.Add(new FaultRule("maria", fault) { Seconds = 30 });
        var due = Simulator.Clock.GetUtcNow() + TimeSpan.FromSeconds(30);

        var create = CreateAsync();
        await Eventually.TrueAsync(() => Simulator.Clock.NextTimerAt == due);
        Assert.False(create.IsCompleted);
        Simulator.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(Simulator.Control.Pins("maria")[0].Id, (await create).PinId);
    }

    [Theory]
    [InlineData("slow_headers")]
    [InlineData("slow_body")]
    public async Task An_answer_slower_than_our_patience_is_no_answer_to_a_pin_that_was_made(string fault)
    {
        Simulator.Faults.Add(new FaultRule("maria", fault) { Seconds = 600 });

        var create = CreateAsync();
        await Eventually.TrueAsync(() => Simulator.Control.Pins("maria").Count == 1);
        Simulator.Clock.Advance(TimeSpan.FromSeconds(90));

        var failure = (await Assert.ThrowsAsync<PinterestException>(() => create)).Failure;
        Assert.Equal((FailureKind.NoAnswer, "Pinterest did not answer in time."), (failure.Kind, failure.Message));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rate_limit_lasts_its_seconds_with_or_without_headers(bool headers)
    {
        Simulator.Faults.Add(new FaultRule("maria", "rate_limited") { Seconds = 45, Headers = headers });

        await RefusedAsync(TimeSpan.FromSeconds(45));
        Simulator.Clock.Advance(TimeSpan.FromSeconds(30));
        await RefusedAsync(TimeSpan.FromSeconds(15));
        Simulator.Clock.Advance(TimeSpan.FromSeconds(15));
        await CreateAsync();

        async Task RefusedAsync(TimeSpan left)
        {
            var failure = (await Assert.ThrowsAsync<PinterestException>(CreateAsync)).Failure;
            Assert.Equal((FailureKind.RateLimited, headers ? left : null), (failure.Kind, failure.RetryAfter));
            Assert.Equal((true, headers ? 0 : (int?)null), (Simulator.Meter.LastReading!.Refused, Simulator.Meter.LastReading.Remaining));
        }
    }

    [Fact]
    public async Task A_new_pin_can_be_late_in_listings_though_it_exists()
    {
        Simulator.Faults.Add(new FaultRule("maria", "list_lag") { Seconds = 20 });
        Simulator.Faults.Add(new FaultRule("maria", "accept_then_drop"));
        await Assert.ThrowsAsync<PinterestException>(CreateAsync);

        Assert.Empty(await ListAsync());
        Simulator.Clock.Advance(TimeSpan.FromSeconds(20));
        var pin = Assert.Single(await ListAsync());
        Assert.Equal(pin, (await Simulator.Pinterest.GetPinAsync(Session, pin, default)).Id);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_hides_no_pin()
    {
        await CreateAsync();

        Simulator.Clock.Jump(TimeSpan.FromHours(-1));

        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task A_listing_can_be_out_of_order_with_nothing_missing()
    {
        for (var count = 0; count < 6; count++) await CreateAsync();
        var ordered = await ListAsync();
        Simulator.Faults.Add(new FaultRule("maria", "list_shuffled"));

        var shuffled = await ListAsync();

        Assert.NotEqual(ordered, shuffled);
        Assert.Equal(ordered.Order(), shuffled.Order());
    }

    [Fact]
    public async Task A_section_can_be_in_conflict()
    {
        Simulator.Faults.Add(new FaultRule("maria", "conflict"));

        var thrown = await Assert.ThrowsAsync<PinterestException>(
            () => Simulator.Pinterest.CreateSectionAsync(Session, Board, "Soups", default));

        Assert.Equal(FailureKind.Conflict, thrown.Failure.Kind);
    }

    private async Task<List<string>> ListAsync() =>
        [.. (await Simulator.Pinterest.ListBoardPinsAsync(Session, Board, null, 250, default)).Items.Select(pin => pin.Id)];
}

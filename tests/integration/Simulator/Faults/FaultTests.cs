using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Pinterest;
using Connector.Tests.Simulator.Api;
using Connector.Tests.Simulator.Media;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Faults;

public sealed class FaultTests : IAsyncLifetime
{
    private SimulatorFixture _simulator = null!;
    private PinterestSession _session = null!;
    private string _board = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorFixture.StartAsync();
        _session = await _simulator.SessionAsync();
        _board = await _simulator.BoardIdAsync(_session);
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("accept_then_drop", nameof(FailureKind.NoAnswer), true)]
    [InlineData("error_after_create", nameof(FailureKind.ServerError), true)]
    [InlineData("truncated_body", nameof(FailureKind.NoAnswer), true)]
    [InlineData("no_id", nameof(FailureKind.Unreadable), true)]
    [InlineData("html", nameof(FailureKind.Unreadable), true)]
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
        _simulator.Faults.Add(new FaultRule("MARIA", fault));

        var thrown = await Assert.ThrowsAsync<PinterestException>(CreateAsync);

        Assert.Equal(Enum.Parse<FailureKind>(kind), thrown.Failure.Kind);
        Assert.Equal(isMade ? 1 : 0, _simulator.Control.Pins("maria").Count);
        await CreateAsync();
        Assert.Equal(isMade ? 2 : 1, _simulator.Control.Pins("maria").Count);
    }

    [Fact]
    public void Every_fault_is_tried_here_or_with_the_listings_the_tokens_or_the_media()
    {
        var tried = typeof(FaultTests).GetMethods().Concat(typeof(TokenTests).GetMethods()).Concat(
            typeof(State.NormalizedTextTests).GetMethods()).Concat(typeof(MediaFaultTests).GetMethods())
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .SelectMany(row => row.Data.Take(1).OfType<string>());
        string[] alone =
        [
            "slow_headers", "slow_body", "conflict", "list_lag", "list_shuffled", "list_short", "list_moves", "read_denied", "refresh_lost",
            "refresh_grace", "refresh_twice",
        ];

        Assert.Equal(FaultCatalog.All.Keys.Order(), tried.Concat(alone).Distinct().Order());
    }

    [Theory]
    [InlineData("slow_headers")]
    [InlineData("slow_body")]
    public async Task A_slow_answer_comes_when_its_time_has_come(string fault)
    {
        _simulator.Faults.Add(new FaultRule("maria", fault) { Seconds = 30 });
        var due = _simulator.Clock.GetUtcNow() + TimeSpan.FromSeconds(30);

        var create = CreateAsync();
        await Eventually.TrueAsync(() => _simulator.Clock.NextTimerAt == due);
        Assert.False(create.IsCompleted);
        _simulator.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(_simulator.Control.Pins("maria")[0].Id, (await create).PinId);
    }

    [Theory]
    [InlineData("slow_headers")]
    [InlineData("slow_body")]
    public async Task An_answer_slower_than_our_patience_is_no_answer_to_a_pin_that_was_made(string fault)
    {
        _simulator.Faults.Add(new FaultRule("maria", fault) { Seconds = 600 });

        var create = CreateAsync();
        await Eventually.TrueAsync(() => _simulator.Control.Pins("maria").Count == 1);
        _simulator.Clock.Advance(TimeSpan.FromSeconds(90));

        var failure = (await Assert.ThrowsAsync<PinterestException>(() => create)).Failure;
        Assert.Equal((FailureKind.NoAnswer, "Pinterest did not answer in time."), (failure.Kind, failure.Message));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rate_limit_lasts_its_seconds_with_or_without_headers(bool headers)
    {
        _simulator.Faults.Add(new FaultRule("maria", "rate_limited") { Seconds = 45, Headers = headers });

        await RefusedAsync(TimeSpan.FromSeconds(45));
        _simulator.Clock.Advance(TimeSpan.FromSeconds(30));
        await RefusedAsync(TimeSpan.FromSeconds(15));
        _simulator.Clock.Advance(TimeSpan.FromSeconds(15));
        await CreateAsync();

        async Task RefusedAsync(TimeSpan left)
        {
            var failure = (await Assert.ThrowsAsync<PinterestException>(CreateAsync)).Failure;
            Assert.Equal((FailureKind.RateLimited, headers ? left : null), (failure.Kind, failure.RetryAfter));
            Assert.Equal((true, headers ? 0 : (int?)null), (_simulator.Meter.LastReading!.Refused, _simulator.Meter.LastReading.Remaining));
        }
    }

    [Fact]
    public async Task A_new_pin_can_be_late_in_listings_though_it_exists()
    {
        _simulator.Faults.Add(new FaultRule("maria", "list_lag") { Seconds = 20 });
        _simulator.Faults.Add(new FaultRule("maria", "accept_then_drop"));
        await Assert.ThrowsAsync<PinterestException>(CreateAsync);

        Assert.Empty(await ListAsync());
        _simulator.Clock.Advance(TimeSpan.FromSeconds(20));
        var pin = Assert.Single(await ListAsync());
        Assert.Equal(pin, (await _simulator.Pinterest.GetPinAsync(_session, pin, default)).Id);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_hides_no_pin()
    {
        await CreateAsync();

        _simulator.Clock.Jump(TimeSpan.FromHours(-1));

        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task A_listing_can_be_out_of_order_with_nothing_missing()
    {
        for (var count = 0; count < 6; count++) await CreateAsync();
        var ordered = await ListAsync();
        _simulator.Faults.Add(new FaultRule("maria", "list_shuffled"));

        var shuffled = await ListAsync();

        Assert.NotEqual(ordered, shuffled);
        Assert.Equal(ordered.Order(), shuffled.Order());
    }

    [Fact]
    public async Task A_section_can_be_in_conflict()
    {
        _simulator.Faults.Add(new FaultRule("maria", "conflict"));

        var thrown = await Assert.ThrowsAsync<PinterestException>(
            () => _simulator.Pinterest.CreateSectionAsync(_session, _board, "Soups", default));

        Assert.Equal(FailureKind.Conflict, thrown.Failure.Kind);
    }

    private Task<PinReceipt> CreateAsync() => _simulator.Pinterest.CreatePinAsync(_session, Sample.Pin(_board), default);

    private async Task<List<string>> ListAsync() =>
        [.. (await _simulator.Pinterest.ListBoardPinsAsync(_session, _board, null, 250, default)).Items.Select(pin => pin.Id)];
}

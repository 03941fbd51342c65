using Connector.Pinterest;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Analytics;

public sealed class AnalyticsTests : IAsyncLifetime
{
    private static readonly string[] Asked = ["IMPRESSION", "SAVE", "SAVE_RATE", "TOTAL_COMMENTS"];
    private SimulatorFixture _simulator = null!;
    private PinterestSession _session = null!;
    private string _pin = null!;

    private DateOnly Today => DateOnly.FromDateTime(_simulator.Clock.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorFixture.StartAsync();
        _session = await _simulator.SessionAsync();
        _pin = (await _simulator.Pinterest.CreatePinAsync(_session, Sample.Pin(await _simulator.BoardIdAsync(_session)), default)).PinId;
        _simulator.Clock.Advance(TimeSpan.FromDays(10));
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_pins_numbers_begin_with_the_pin_and_lag_behind_today()
    {
        var metrics = (await PinAsync(Today.AddDays(-12), Today, Asked))["all"];

        Assert.Equal(
            ["BEFORE_PIN_CREATED", "BEFORE_PIN_CREATED", .. Enumerable.Repeat("READY", 9), "ESTIMATE", "PROCESSING"],
            metrics.DailyMetrics.Select(day => day.DataStatus!));
        Assert.Empty(metrics.DailyMetrics[^1].Metrics);
        Assert.Empty(metrics.DailyMetrics[0].Metrics);
        Assert.Equal(metrics.SummaryMetrics["IMPRESSION"], metrics.DailyMetrics.Sum(day => day.Metrics.GetValueOrDefault("IMPRESSION")));
        Assert.True(metrics.SummaryMetrics["IMPRESSION"] > 0);
        Assert.Equal(["TOTAL_COMMENTS"], metrics.LifetimeMetrics.Keys);
    }

    [Fact]
    public async Task The_same_day_always_has_the_same_numbers()
    {
        var day = Today.AddDays(-5);
        var now = (await PinAsync(day, day, Asked))["all"].SummaryMetrics;
        _simulator.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(now, (await PinAsync(day, day, Asked))["all"].SummaryMetrics);
    }

    [Fact]
    public async Task Many_pins_are_answered_at_once_without_those_that_have_no_numbers_yet()
    {
        var newest = (await _simulator.Pinterest.CreatePinAsync(
            _session, Sample.Pin(await _simulator.BoardIdAsync(_session)), default)).PinId;

        var metrics = await _simulator.Pinterest.GetPinsAnalyticsAsync(
            _session, [_pin, newest], new(Today.AddDays(-5), Today, ["SAVE"]), default);

        Assert.Equal([_pin], metrics.Keys);
        Assert.Equal(6, metrics[_pin]["all"].DailyMetrics.Count);
    }

    [Fact]
    public async Task The_account_and_its_best_pins_have_numbers()
    {
        AccountAnalyticsQuery query = new(new(Today.AddDays(-8), Today.AddDays(-2)));
        var account = await _simulator.Pinterest.GetAccountAnalyticsAsync(_session, query, default);
        var top = await _simulator.Pinterest.GetTopPinsAsync(_session, new TopPinsQuery(query, "IMPRESSION") { NumOfPins = 5 }, default);

        Assert.Equal(9, account["all"].SummaryMetrics.Count);
        Assert.Equal(account["all"].SummaryMetrics["IMPRESSION"], Assert.Single(top.Pins).Metrics["IMPRESSION"]);
        Assert.Equal(Today.AddDays(-2), DateOnly.FromDateTime(
            DateTimeOffset.FromUnixTimeMilliseconds((long)top.DateAvailability!.LatestAvailableTimestamp!).UtcDateTime));
    }

    [Fact]
    public async Task A_split_has_its_parts()
    {
        var metrics = await _simulator.Pinterest.GetPinAnalyticsAsync(
            _session, _pin, new(Today.AddDays(-5), Today, ["IMPRESSION"]) { SplitField = "APP_TYPE" }, default);

        Assert.Equal(["MOBILE", "TABLET", "WEB"], metrics.Keys);
    }

    [Theory]
    [InlineData(-91, 0, "SAVE")]
    [InlineData(-10, 81, "SAVE")]
    [InlineData(0, -1, "SAVE")]
    [InlineData(-5, 0, "VIDEO_MRC_VIEW")]
    public async Task What_Pinterest_does_not_answer_is_refused(int start, int end, string metric)
    {
        var thrown = await Assert.ThrowsAsync<PinterestException>(() => PinAsync(Today.AddDays(start), Today.AddDays(end), [metric]));

        Assert.Equal((400, 1), (thrown.Failure.Status, thrown.Failure.Code));
    }

    [Fact]
    public async Task A_beta_that_was_not_given_is_told_from_a_dead_token()
    {
        _simulator.Faults.Add(new("maria", "feature_restricted") { Operation = "get_pins_analytics" });

        var thrown = await Assert.ThrowsAsync<PinterestException>(() =>
            _simulator.Pinterest.GetPinsAnalyticsAsync(_session, [_pin], new(Today, Today, ["SAVE"]), default));

        Assert.Equal((FailureKind.FeatureRestricted, 401), (thrown.Failure.Kind, thrown.Failure.Status));
        Assert.Equal(RateCategory.OrgAnalytics, _simulator.Meter.Ended.Last().Category);
    }

    private Task<Dictionary<string, MetricSet>> PinAsync(DateOnly start, DateOnly end, string[] metrics) =>
        _simulator.Pinterest.GetPinAnalyticsAsync(_session, _pin, new AnalyticsQuery(start, end, metrics), default);
}

using Connector.Catalogs.Feeds;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Catalogs;

/// <summary>A feed that is watched tells how its processing ended.</summary>
public sealed class FeedWatchTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(_clock);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("https://shop.example.com/feed.csv", "catalog.feed_processed", null)]
    [InlineData("https://shop.example.com/broken.csv", "catalog.feed_failed", "failed")]
    public async Task A_new_feed_is_watched_until_it_is_processed_and_that_is_told_once(string location, string type, string? reason)
    {
        var feed = await _app.MakeFeedAsync(location);

        await _app.PassAsync(TimeSpan.FromMinutes(105));
        Assert.Empty(await _app.FeedEventsAsync());
        Assert.NotNull((await _app.WatchOfAsync(feed))!["processing_since"]);

        await _app.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal([(type, reason)], await _app.FeedEventsAsync());
        Assert.Null((string?)(await _app.WatchOfAsync(feed))!["processing_since"]);
        // Eight looks in two hours, then one an hour.
        Assert.InRange(await _app.CountAsync("list_feed_results"), 9, 12);
    }

    [Fact]
    public async Task An_ingestion_is_watched_although_nobody_watched_the_feed()
    {
        var feed = await _app.MakeFeedAsync();
        await Send(HttpMethod.Delete, $"/v1/catalogs/feeds/{feed}/watch");
        await _app.PassAsync(TimeSpan.FromHours(3));

        var run = await _app.PostAsync($"/v1/catalogs/feeds/{feed}/ingest");
        await _app.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal("processing", (string?)run["status"]);
        Assert.Equal([("catalog.feed_processed", null)], await _app.FeedEventsAsync());
    }

    [Fact]
    public async Task A_feed_whose_processing_never_ends_is_told_once_after_a_day()
    {
        await _app.FaultAsync("feed_stuck");
        await _app.MakeFeedAsync();

        await _app.PassAsync(TimeSpan.FromHours(23.5));
        Assert.Empty(await _app.FeedEventsAsync());

        await _app.PassAsync(TimeSpan.FromHours(24));
        Assert.Equal([("catalog.feed_failed", "not_finished")], await _app.FeedEventsAsync());
    }

    [Fact]
    public async Task A_feed_that_was_deleted_on_Pinterest_is_told_and_watched_no_longer()
    {
        await _app.MakeFeedAsync();
        await _app.FaultAsync("feed_gone");

        await _app.PassAsync(TimeSpan.FromHours(2));

        Assert.Equal([("catalog.feed_failed", "feed_gone")], await _app.FeedEventsAsync());
        Assert.Equal(0, Rows());
    }

    [Theory]
    [InlineData("html", 1, "pinterest_unavailable")]
    [InlineData("feature_restricted", 1, "capability_unavailable")]
    [InlineData("scope_missing", 1, "capability_unavailable")]
    public async Task A_look_that_fails_says_why_and_is_tried_again(string fault, int times, string code)
    {
        var feed = await _app.MakeFeedAsync();
        await _app.FaultAsync(fault, "list_feed_results", times: times);

        await _app.PassAsync(FeedDecision.Busy);
        var watch = (await _app.WatchOfAsync(feed))!;
        Assert.Equal(code, (string?)watch["last_error"]!["code"]);
        Assert.NotNull((string?)watch["last_error"]!["remediation"]);

        await _app.PassAsync(TimeSpan.FromHours(3));
        Assert.Null((await _app.WatchOfAsync(feed))!["last_error"]);
        Assert.Equal([("catalog.feed_processed", null)], await _app.FeedEventsAsync());
    }

    [Fact]
    public async Task Without_a_token_that_is_said_and_no_feed_is_lost()
    {
        await _app.MakeFeedAsync();
        await _app.FaultAsync("token_expired", "list_feed_results", times: 2);

        await _app.PassAsync(TimeSpan.FromHours(3));

        Assert.Equal(1, Rows());
        Assert.Equal("reconnect_required", Cell("error_code"));
        Assert.Empty(await _app.FeedEventsAsync());
    }

    [Fact]
    public async Task Looks_are_counted_in_the_rate_meter()
    {
        var account = await _app.FirstAccountAsync();
        await _app.MakeFeedAsync();
        var before = await LeftAsync();
        await _app.PassAsync(FeedDecision.Busy);

        // What the answer says about the second counts too, so how many fewer is not certain.
        Assert.InRange(await LeftAsync(), 0, before - 1);

        async Task<int> LeftAsync() => (int)(await _app.GetAsync($"/v1/accounts/{account}/rate-meter"))["windows"]!.AsArray()
            .Single(one => (string?)one!["rule"] == "catalogs_read")!["remaining"]!;
    }

    [Fact]
    public async Task Feeds_of_one_account_are_looked_at_by_one_process_at_a_time()
    {
        await _app.Services.GetServices<IHostedService>().OfType<FeedWatcher>().Single().StopAsync(default);
        await _app.MakeFeedAsync();
        await _app.MakeFeedAsync();
        var database = _app.Services.GetRequiredService<Database>();
        var (one, other) = (new FeedClaims(database, _clock), new FeedClaims(database, _clock));
        _clock.Advance(FeedDecision.Busy);

        var row = (await one.ClaimAsync())!;
        Assert.Null(await other.ClaimAsync());
        Assert.Null(await one.ClaimAsync());

        // Whoever has it for too long writes nothing any more.
        _clock.Advance(FeedClaims.Lease);
        Assert.NotNull(await other.ClaimAsync());
        await one.EndAsync(row, new FeedDecision(row with { NextLookAt = _clock.GetUtcNow().AddDays(1) }, [new FeedNews("1", null)]));
        Assert.Empty(await _app.FeedEventsAsync());
    }

    [Fact]
    public async Task An_account_that_is_disconnected_watches_nothing()
    {
        var account = await _app.FirstAccountAsync();
        await _app.MakeFeedAsync();

        await Send(HttpMethod.Delete, $"/v1/accounts/{account}");

        Assert.Equal(0, Rows());
    }

    private Task Send(HttpMethod method, string path) => SidecarApp.SendAsync(_app.Admin, method, path, null);

    private long Rows() =>
        _app.Services.GetRequiredService<Database>().Read(sql => sql.Find<long>("select count(*) from feed_watches"));

    private string? Cell(string column) =>
        _app.Services.GetRequiredService<Database>().Read(sql => sql.Find<string>($"select {column} from feed_watches"));
}

using Connector.Pinterest;
using Connector.Simulator.Faults;

namespace Connector.Tests.Simulator;

/// <content>Catalogs, feeds and how they were processed.</content>
public sealed partial class OpenApiConformanceTests
{
    [Fact]
    public async Task Catalogs_and_feeds()
    {
        Dictionary<string, object?> fields = new()
        {
            ["catalog_type"] = "RETAIL",
            ["name"] = "Lamps",
            ["format"] = "CSV",
            ["location"] = "https://shop.example.com/issues.csv",
            ["default_country"] = "US",
            ["default_locale"] = "en-US",
            ["default_currency"] = "USD",
            ["preferred_processing_schedule"] = new FeedSchedule("02:30", "Europe/Berlin"),
        };
        var catalog = (await Pinterest.ListCatalogsAsync(_session, null, 25, default)).Items[0]!.Id;
        var feed = await Pinterest.CreateFeedAsync(_session, fields, default);
        await RefusedAsync(() => Pinterest.CreateFeedAsync(_session, fields, default));
        _simulator.Faults.Add(new FaultRule("maria", "merchant_disapproved") { Operation = "update_feed" });
        var change = new Dictionary<string, object?> { ["catalog_type"] = "RETAIL", ["status"] = "INACTIVE" };
        await RefusedAsync(() => Pinterest.UpdateFeedAsync(_session, feed.Id, change, default));
        await Pinterest.UpdateFeedAsync(_session, feed.Id, change, default);
        await Pinterest.GetFeedAsync(_session, feed.Id, default);
        await Pinterest.ListFeedsAsync(_session, catalog, null, 25, default);
        await Pinterest.IngestFeedAsync(_session, feed.Id, default);
        await Pinterest.ListFeedResultsAsync(_session, feed.Id, null, 25, default);
        _simulator.Clock.Advance(TimeSpan.FromHours(2));
        var results = await Pinterest.ListFeedResultsAsync(_session, feed.Id, null, 25, default);
        var result = results.Items[0]!.Id;
        await Pinterest.ListFeedIssuesAsync(_session, result, new FeedIssuesQuery([0, 2], null), null, 25, default);
        await Pinterest.ListFeedIssuesAsync(_session, result, new FeedIssuesQuery([], "TITLE_MISSING"), null, 25, default);
        await RefusedAsync(() => Pinterest.ListFeedIssuesAsync(_session, "1", new FeedIssuesQuery([], null), null, 25, default));
        await Pinterest.DeleteFeedAsync(_session, feed.Id, default);
        await RefusedAsync(() => Pinterest.GetFeedAsync(_session, feed.Id, default));

        AssertConforms(17);
    }
}

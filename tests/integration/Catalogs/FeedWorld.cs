using System.Text.Json.Nodes;
using Connector.Catalogs.Feeds;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Tests.Catalogs;

/// <summary>Feeds of the simulated shop, in virtual time.</summary>
internal static class FeedWorld
{
    public static object Feed(string name = "Lamps", string location = "https://shop.example.com/feed.csv") => new
    {
        name,
        location,
        format = "CSV",
        default_country = "US",
        default_locale = "en-US",
    };

    public static async Task<string> MakeFeedAsync(this SidecarApp app, string location = "https://shop.example.com/feed.csv") =>
        (string)(await app.PostAsync("/v1/catalogs/feeds", Feed($"Feed {Guid.NewGuid():N}", location)))["feed_id"]!;

    /// <summary>Lets time pass in steps of a look, and waits after each until every look that was due is done.</summary>
    public static async Task PassAsync(this SidecarApp app, TimeSpan time)
    {
        for (var until = app.Clock!.GetUtcNow() + time; app.Clock.GetUtcNow() < until;)
        {
            app.Clock.Advance(FeedDecision.Busy);
            await app.LookedAsync();
        }
    }

    /// <summary>Waits until nothing is due and nothing is being looked at.</summary>
    public static Task LookedAsync(this SidecarApp app)
    {
        var claims = app.Services.GetRequiredService<FeedClaims>();
        var watcher = app.Services.GetServices<IHostedService>().OfType<FeedWatcher>().Single();
        return Eventually.TrueAsync(() => watcher.AtWork == 0 && !(claims.NextAt() <= app.Clock!.GetUtcNow()));
    }

    /// <summary>The events about feeds, oldest first: how each ended, and why.</summary>
    public static async Task<List<(string Type, string? Reason)>> FeedEventsAsync(this SidecarApp app) =>
    [
        .. (await app.GetAsync("/v1/events?types=catalog.feed_processed,catalog.feed_failed&limit=250"))["items"]!.AsArray()
            .OrderBy(each => (string?)each!["id"], StringComparer.Ordinal)
            .Select(each => ((string)each!["type"]!, (string?)each["data"]!["feed"]!["reason"])),
    ];

    public static async Task<JsonNode?> WatchOfAsync(this SidecarApp app, string feed) =>
        (await app.GetAsync($"/v1/catalogs/feeds/{feed}"))["watch"];
}

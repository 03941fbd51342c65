using System.Text.Json.Nodes;
using Connector.Catalogs.Feeds;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

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
        var database = app.Services.GetRequiredService<Database>();
        return Eventually.TrueAsync(() => database.Read(sql => sql.Find<long>(
            "select count(*) from feed_watches where owner is not null or next_look_at <= @now",
            new { now = app.Clock!.GetUtcNow() })) == 0);
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

using System.Text.Json.Nodes;

namespace Connector.Tests.Http.Fuzzing;

/// <content>Catalogs and their feeds: of an account that is not held, because one that is changes no feeds.</content>
public sealed partial class ValidRequests
{
    private async Task<ValidRequest?> OfFeedsAsync(FuzzedOperation operation) => operation.Id switch
    {
        "ListCatalogs" or "ListFeeds" => OfShop(operation),
        "CreateFeed" => OfShop(operation) with { Body = Json(Feed) },
        "UpdateFeed" => OfShop(operation, await FeedAsync()) with { Body = Json("""{"status":"INACTIVE"}""") },
        "GetFeed" or "IngestFeed" or "DeleteFeed" or "WatchFeed" or "UnwatchFeed" or "ListFeedResults" =>
            OfShop(operation, await FeedAsync()),
        "ListFeedIssues" => OfShop(operation, await FeedResultAsync()),
        _ => null,
    };

    private static string Feed => $$"""
        {"name":"{{Name()}}","format":"CSV","location":"https://shop.example.com/f.csv","default_country":"US","default_locale":"en-US",
         "preferred_processing_schedule":{"time":"02:30","timezone":"Europe/Berlin"},"status":"ACTIVE"}
        """;

    private ValidRequest OfShop(FuzzedOperation operation, params string[] ids) =>
        Of(operation, ids) with { Query = new Dictionary<string, string> { ["account_id"] = world.Shop } };

    private async Task<string> FeedAsync() => (string)(await world.App.PostAsync(
        $"/v1/catalogs/feeds?account_id={world.Shop}", JsonNode.Parse(Feed)))["feed_id"]!;

    private async Task<string> FeedResultAsync() => (string)(await world.App.GetAsync(
        $"/v1/catalogs/feeds/{await FeedAsync()}/results?account_id={world.Shop}"))["items"]![0]!["result_id"]!;
}

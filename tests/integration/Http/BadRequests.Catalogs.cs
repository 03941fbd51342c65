namespace Connector.Tests.Http;

public static partial class BadRequests
{
    private const string Feeds = "/v1/catalogs/feeds";

    private static BadRequest[] Catalogs =>
    [
        Invalid("feeds of a catalog by name", $"{Feeds}?catalog=lamps", "catalog"),
        Invalid("feeds of an ad account by name", $"{Feeds}?ad_account_id=lamps", "ad_account_id"),
        Invalid("251 feeds", $"{Feeds}?limit=251", "limit"),
        BadRequest.Get("feeds of an account that does not exist", $"{Feeds}?account_id=acc_no", 404, "account_not_found"),
        BadRequest.Get("a feed that does not exist", $"{Feeds}/1", 404, "feed_not_found"),
        BadRequest.Get("a feed by name", $"{Feeds}/lamps", 404, "feed_not_found"),
        BadRequest.Get("results of a feed that does not exist", $"{Feeds}/1/results", 404, "feed_not_found"),
        BadRequest.Get("issues of a result that does not exist", "/v1/catalogs/results/1/issues", 404, "feed_result_not_found"),
        BadRequest.Get("issues of a result by name", "/v1/catalogs/results/last/issues", 404, "feed_result_not_found"),
        Invalid("issues of items by name", "/v1/catalogs/results/1/issues?item_numbers=1,a", "item_numbers"),
        Invalid("issues of items and of a kind", "/v1/catalogs/results/1/issues?item_numbers=1&issue=TITLE_MISSING", "issue"),
        Invalid("issues of a kind that is none", "/v1/catalogs/results/1/issues?issue=title%20missing", "issue"),
        Invalid("results as XML", $"{Feeds}/1/results?format=xml", "format"),
        BadRequest.Send("watching a feed that does not exist", "PUT", $"{Feeds}/1/watch", "", 404, "feed_not_found"),
        BadRequest.Send("ingesting a feed that does not exist", "POST", $"{Feeds}/1/ingest", "", 404, "feed_not_found"),
        BadRequest.Send("changing a feed that does not exist", "PATCH", $"{Feeds}/1", """{"status":"ACTIVE"}""", 404, "feed_not_found"),
        BadRequest.Invalid("changing nothing of a feed", $"PATCH {Feeds}/1", "{}", "body"),
        BadRequest.Invalid("a status that does not exist", $"PATCH {Feeds}/1", """{"status":"DELETED"}""", "status"),
        BadRequest.Invalid("a feed without a name", $"POST {Feeds}", Feed.Replace("\"name\":\"F\",", "", Exactly), "name"),
        BadRequest.Invalid("a feed without a format", $"POST {Feeds}", Feed.Replace("\"format\":\"CSV\",", "", Exactly), "format"),
        BadRequest.Invalid("a feed as JSON", $"POST {Feeds}", Feed.Replace("CSV", "JSON", Exactly), "format"),
        BadRequest.Invalid("a feed on a disk", $"POST {Feeds}", Feed.Replace("https://", "file:///", Exactly), "location"),
        BadRequest.Invalid(
            "a feed with a password in its address", $"POST {Feeds}", Feed.Replace("https://", "https://a:b@", Exactly), "location"),
        BadRequest.Invalid("a feed of a country by name", $"POST {Feeds}", Feed.Replace("\"US\"", "\"Germany\"", Exactly), "default_country"),
        BadRequest.Invalid("a feed of no language", $"POST {Feeds}", Feed.Replace("en-US", "english", Exactly), "default_locale"),
    ];

    private const StringComparison Exactly = StringComparison.Ordinal;

    private const string Feed =
        """{"name":"F","format":"CSV","location":"https://shop.example.com/f.csv","default_country":"US","default_locale":"en-US"}""";
}

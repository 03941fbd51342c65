namespace Connector.Tests.Http;

public static partial class BadRequests
{
    private const string Items = "/v1/catalogs/items", Groups = "/v1/catalogs/groups", Reports = "/v1/catalogs/reports";

    private static BadRequest[] CatalogItems =>
    [
        BadRequest.Get("a job of items that does not exist", $"{Items}/items_no", 404, "not_found"),
        BadRequest.Get("results of a job that does not exist", $"{Items}/items_no/results", 404, "not_found"),
        BadRequest.Invalid("items of no operation", $"POST {Items}", Job.Replace("upsert", "replace", Exactly), "operation"),
        BadRequest.Invalid("items of no country", $"POST {Items}", Job.Replace("\"US\"", "\"Germany\"", Exactly), "country"),
        BadRequest.Invalid("items of no language", $"POST {Items}", Job.Replace("en-US", "english", Exactly), "language"),
        BadRequest.Invalid(
            "an item without attributes", $"POST {Items}", Job.Replace("{\"title\":\"A\"}", "null", Exactly), "items[0].attributes"),
        BadRequest.Invalid("an item without an id", $"POST {Items}", Job.Replace("\"item_id\":\"a\",", "", Exactly), "items[0].item_id"),
        BadRequest.Invalid("looking for no items", $"POST {Items}/find", Find.Replace("\"a\"", "", Exactly), "item_ids"),
        BadRequest.Invalid("looking in no country", $"POST {Items}/find", Find.Replace("\"US\"", "\"Germany\"", Exactly), "country"),
        Invalid("groups of a catalog by name", $"{Groups}?catalog_id=lamps", "catalog_id"),
        BadRequest.Get("a group that does not exist", $"{Groups}/1", 404, "group_not_found"),
        BadRequest.Get("products of a group that does not exist", $"{Groups}/1/products", 404, "group_not_found"),
        BadRequest.Get("counts of a group that does not exist", $"{Groups}/1/counts", 404, "group_not_found"),
        BadRequest.Invalid("a group without filters", $"POST {Groups}", """{"name":"G","feed_id":"1"}""", "filters"),
        BadRequest.Invalid("a group of nothing", $"POST {Groups}", """{"name":"G","filters":{"any_of":[]}}""", "feed_id"),
        BadRequest.Invalid("a report of a kind that is none", $"POST {Reports}", """{"type":"sales"}""", "type"),
        BadRequest.Invalid("a report of a feed that is not named", $"POST {Reports}", """{"type":"feed_issues"}""", "feed_id"),
        Invalid("counts of a feed that is not named", $"{Reports}/stats?type=feed_issues", "feed_id"),
        Invalid("a report without its token", Reports, "token"),
    ];

    private const string Job =
        """{"operation":"upsert","country":"US","language":"en-US","items":[{"item_id":"a","attributes":{"title":"A"}}]}""";

    private const string Find = """{"country":"US","language":"en-US","item_ids":["a"]}""";
}

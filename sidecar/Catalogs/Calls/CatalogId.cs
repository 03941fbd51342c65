using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs.Calls;

/// <summary>Pinterest's ids of feeds and of their results.</summary>
internal static class CatalogId
{
    public static string OfFeed(string text) => PinterestId.IsValid(text) ? text : throw new ProblemException(new(
        404, "feed_not_found", "There is no such feed.", $"\"{Shown.Cut(text)}\" is not a feed's id: Pinterest's ids are digits.",
        "GET /v1/catalogs/feeds lists the account's feeds with their ids."));

    public static string OfResult(string text) => PinterestId.IsValid(text) ? text : throw new ProblemException(new(
        404, "feed_result_not_found", "There is no such result.",
        $"\"{Shown.Cut(text)}\" is not a result's id: Pinterest's ids are digits.",
        "GET /v1/catalogs/feeds/{feed_id}/results lists a feed's results with their ids."));

    public static string? OfCatalog(string? text) => text is null || PinterestId.IsValid(text)
        ? text
        : throw Problems.Invalid("catalog", "must be a catalog's id, which is digits; GET /v1/catalogs lists them.");
}

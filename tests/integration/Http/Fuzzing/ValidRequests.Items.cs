namespace Connector.Tests.Http.Fuzzing;

/// <content>Items, groups and reports of catalogs.</content>
public sealed partial class ValidRequests
{
    private async Task<ValidRequest?> OfItemsAsync(FuzzedOperation operation) => operation.Id switch
    {
        "SendItems" => Of(operation) with { Body = Json(Items) },
        "ListItemJobs" => Of(operation),
        "GetItemJob" or "ListItemResults" => Of(operation, await NewAsync("/v1/catalogs/items", Items)),
        "FindItems" => WithAccount(operation) with { Body = Json("""{"country":"US","language":"en-US","item_ids":["a"]}""") },
        "ListProductGroups" or "ListCatalogReportStats" => WithAccount(operation),
        // Whose group is not there, and then the account is held.
        "GetProductGroup" or "GetProductGroupCounts" or "ListProductGroupPins" => WithAccount(operation, "1") with { OtherState = 404 },
        "CreateProductGroup" => WithAccount(operation) with { OtherState = 409, Body = Json(ProductGroup) },
        "UpdateProductGroup" => WithAccount(operation, "1") with { OtherState = 409, Body = Json("""{"name":"B"}""") },
        "DeleteProductGroup" => WithAccount(operation, "1") with { OtherState = 409 },
        "CreateCatalogReport" => WithAccount(operation) with { Body = Json("""{"type":"distribution_issues"}""") },
        "GetCatalogReport" => Asked(operation, ("token", "ALL_ITEMS/1")),
        _ => null,
    };

    private static string Items => """
        {"account_id":"ACCOUNT","operation":"upsert","country":"US","language":"en-US",
         "items":[{"item_id":"a","attributes":{"title":"A"}}]}
        """;

    private static string ProductGroup => """{"name":"G","feed_id":"1","filters":{"any_of":[{"BRAND":{"values":["A"]}}]}}""";
}

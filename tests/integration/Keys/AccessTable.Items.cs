using Connector.Catalogs;
using static Connector.Tests.Keys.AccessRow;

namespace Connector.Tests.Keys;

internal static partial class AccessTable
{
    private const string Send = """
        {"account_id":"{hidden}","operation":"delete","country":"US","language":"EN","items":[{"item_id":"a"}]}
        """;

    private const string Group = """{"name":"New","feed_id":"1","filters":{"any_of":[{"BRAND":{"values":["A"]}}]}}""";

    private static AccessRow[] Items =>
    [
        Of<SendItems>("POST /v1/catalogs/items", 202, 404, 403, 404, 404, Send),
        Of<ListItemJobs>("GET /v1/catalogs/items", 200, 200, 200, 200, 200, tells: "{items}"),
        Of<ListItemJobs>("GET /v1/catalogs/items?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<GetItemJob>("GET /v1/catalogs/items/{items}", 200, 404, 404, 404, 404),
        Of<ListItemResults>("GET /v1/catalogs/items/{items}/results", 200, 404, 404, 404, 404),
        Of<FindItems>(
            "POST /v1/catalogs/items/find?account_id={hidden}", 200, 404, 404, 404, 404,
            """{"country":"US","language":"EN","item_ids":["a"]}"""),
        Of<ListProductGroups>("GET /v1/catalogs/groups?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<CreateProductGroup>("POST /v1/catalogs/groups?account_id={hidden}", 201, 404, 403, 404, 404, Group),
        Of<GetProductGroup>("GET /v1/catalogs/groups/{group}?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<GetProductGroupCounts>("GET /v1/catalogs/groups/{group}/counts?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListProductGroupPins>("GET /v1/catalogs/groups/{group}/products?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<UpdateProductGroup>(
            "PATCH /v1/catalogs/groups/{group}?account_id={hidden}", 200, 404, 403, 404, 404, """{"name":"Renamed"}"""),
        Of<DeleteProductGroup>("DELETE /v1/catalogs/groups/{group_to_delete}?account_id={hidden}", 204, 404, 403, 404, 404),
        Of<CreateCatalogReport>(
            "POST /v1/catalogs/reports?account_id={hidden}", 200, 404, 404, 404, 404, """{"type":"distribution_issues"}"""),
        Of<GetCatalogReport>("GET /v1/catalogs/reports?token=ALL_ITEMS/1&account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListCatalogReportStats>("GET /v1/catalogs/reports/stats?account_id={hidden}", 200, 404, 404, 404, 404),
    ];
}

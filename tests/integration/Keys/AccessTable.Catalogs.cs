using Connector.Catalogs;
using static Connector.Tests.Keys.AccessRow;

namespace Connector.Tests.Keys;

internal static partial class AccessTable
{
    private const string Feed =
        """{"name":"F","format":"CSV","location":"https://shop.example.com/f.csv","default_country":"US","default_locale":"en-US"}""";

    private static AccessRow[] Catalogs =>
    [
        Of<ListCatalogs>("GET /v1/catalogs?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListFeeds>("GET /v1/catalogs/feeds?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<CreateFeed>("POST /v1/catalogs/feeds?account_id={hidden}", 201, 404, 403, 404, 404, Feed),
        Of<GetFeed>("GET /v1/catalogs/feeds/{feed}?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<UpdateFeed>("PATCH /v1/catalogs/feeds/{feed}?account_id={hidden}", 200, 404, 403, 404, 404, """{"status":"ACTIVE"}"""),
        Of<IngestFeed>("POST /v1/catalogs/feeds/{feed}/ingest?account_id={hidden}", 200, 404, 403, 404, 404),
        Of<WatchFeed>("PUT /v1/catalogs/feeds/{feed}/watch?account_id={hidden}", 200, 404, 403, 404, 404),
        Of<UnwatchFeed>("DELETE /v1/catalogs/feeds/{feed}/watch?account_id={hidden}", 204, 404, 403, 404, 404),
        Of<ListFeedResults>("GET /v1/catalogs/feeds/{feed}/results?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListFeedIssues>("GET /v1/catalogs/results/{feed_result}/issues?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<DeleteFeed>("DELETE /v1/catalogs/feeds/{feed_to_delete}?account_id={hidden}", 204, 404, 403, 404, 404),
    ];
}

using Connector.Sources;
using static Connector.Tests.Keys.AccessRow;

namespace Connector.Tests.Keys;

internal static partial class AccessTable
{
    private static AccessRow[] Sources =>
    [
        Of<CreateSource>(
            "POST /v1/sources", 201, 404, 403, 404, 404,
            """{"account_id":"{hidden}","url":"https://example.com/new","start":"all","paused":true}"""),
        Of<ListSources>("GET /v1/sources", 200, 200, 200, 200, 200, tells: "{source}"),
        Of<ListSources>("GET /v1/sources?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<GetSource>("GET /v1/sources/{source}", 200, 404, 404, 404, 404),
        Of<ListSourceItems>("GET /v1/sources/{source}/items", 200, 404, 404, 404, 404),
        Of<UpdateSource>("PATCH /v1/sources/{source}", 200, 404, 403, 404, 404, """{"check_every_seconds":7200}"""),
        // It is paused, which only who sees it is told.
        Of<CheckSource>("POST /v1/sources/{source}/check", 409, 404, 403, 404, 404),
        Of<DeleteSource>("DELETE /v1/sources/{source_to_delete}", 204, 404, 403, 404, 404),
    ];
}

using Connector.Imports;
using static Connector.Tests.Keys.AccessRow;

namespace Connector.Tests.Keys;

internal static partial class AccessTable
{
    private static AccessRow[] Imports =>
    [
        // There is nothing at that address, which only who sees the account is told.
        Of<CreateImport>("POST /v1/imports", 422, 404, 403, 404, 404, """{"account_id":"{hidden}","url":"{receiver}/none.csv"}"""),
        Of<ListImports>("GET /v1/imports", 200, 200, 200, 200, 200, tells: "{import}"),
        Of<ListImports>("GET /v1/imports?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<GetImport>("GET /v1/imports/{import}", 200, 404, 404, 404, 404),
        Of<ListImportResults>("GET /v1/imports/{import}/results", 200, 404, 404, 404, 404),
        Of<GetImportErrors>("GET /v1/imports/{import}/errors.csv", 200, 404, 404, 404, 404),
        // It has ended, which only who sees it is told.
        Of<CancelImport>("POST /v1/imports/{import}/cancel", 409, 404, 403, 404, 404),
        Of<GetImportMapping>("GET /v1/accounts/{hidden}/import-mapping", 200, 404, 404, 404, 404),
        Of<SetImportMapping>("PUT /v1/accounts/{hidden}/import-mapping", 200, 404, 403, 404, 404, """{"board":"Home decor"}"""),
    ];
}

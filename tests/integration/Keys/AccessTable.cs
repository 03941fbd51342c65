using Connector.Accounts;
using Connector.Http;
using Connector.Keys;
using Connector.Pacing;
using Connector.Policy;
using Connector.Replicas;
using Connector.Seasons;
using Connector.Simulator;
using static Connector.Tests.Keys.AccessRow;

namespace Connector.Tests.Keys;

/// <summary>Every operation, asked for what the caller may not see. A new operation needs its row here.</summary>
internal static partial class AccessTable
{
    public static IReadOnlyList<AccessRow> All { get; } =
    [
        .. Keys, .. Accounts, .. Boards, .. Pins, .. Assets, .. Imports, .. Sources, .. Metrics, .. Audience, .. Catalogs, .. Items,
        .. Webhooks, .. Policy, .. Simulator, .. Health,
    ];

    // Columns: unlimited key, key of another workspace; then keys limited to another account: read, publish, admin.
    private static AccessRow[] Keys =>
    [
        Of<WhoAmI>("GET /v1/whoami", 200, 200, 200, 200, 200, tells: "\"name\":\"bootstrap\""),
        Of<CreateKey>(
            "POST /v1/keys", 201, 400, 403, 403, 400, """{"name":"new","scopes":["read"],"account_ids":["{hidden}"]}"""),
        Of<ListKeys>("GET /v1/keys", 200, 200, 403, 403, 200, tells: "{key}"),
        Of<RevokeKey>("DELETE /v1/keys/{key_to_revoke}", 204, 404, 403, 403, 404),
    ];

    private static AccessRow[] Accounts =>
    [
        // A stranger makes an account of that name in the other workspace.
        Of<ConnectAccount>(
            "POST /v1/accounts", 200, 201, 403, 403, 403, """{"environment":"simulator","name":"Simulator"}""", tells: "{hidden}"),
        Of<ConnectAccount>("POST /v1/accounts", 201, 201, 403, 403, 403, """{"environment":"simulator","name":"New"}"""),
        Of<ListAccounts>("GET /v1/accounts", 200, 200, 200, 200, 200, tells: "{hidden}"),
        Of<GetAccount>("GET /v1/accounts/{hidden}", 200, 404, 404, 404, 404),
        Of<UpdateAccount>("PATCH /v1/accounts/{hidden}", 200, 404, 403, 403, 404, """{"name":"Renamed"}"""),
        Of<DeleteAccount>("DELETE /v1/accounts/{to_delete}", 204, 404, 403, 403, 404),
        Of<HoldAccount>("POST /v1/accounts/{to_hold}/hold", 200, 404, 403, 404, 404),
        Of<ResumeAccount>("POST /v1/accounts/{to_hold}/resume", 200, 404, 403, 404, 404),
        Of<StartOAuth>("POST /v1/oauth/start", 200, 200, 403, 403, 403, """{"environment":"simulator"}"""),
        Of<StartOAuth>("POST /v1/oauth/start", 200, 404, 403, 404, 404, """{"account_id":"{hidden}"}"""),
        Of<GetApp>("GET /v1/app", 200, 200, 200, 200, 200),
        // Without a secret nothing is tried against Pinterest, which a test must not call.
        Of<SetApp>("PUT /v1/app", 400, 400, 403, 403, 403, """{"app_id":"1"}"""),
        Of<GetProfile>("GET /v1/accounts/{hidden}/profile", 200, 404, 404, 404, 404),
        Of<ListBusinesses>("GET /v1/accounts/{hidden}/businesses", 200, 404, 404, 404, 404),
        Of<ListWebsites>("GET /v1/accounts/{hidden}/websites", 200, 404, 404, 404, 404),
        Of<GetWebsiteCode>("GET /v1/accounts/{hidden}/websites/code", 200, 404, 404, 404, 404),
        Of<ClaimWebsite>("POST /v1/accounts/{hidden}/websites", 200, 404, 403, 403, 404, """{"website":"shop.example.com"}"""),
        Of<GetRateMeter>("GET /v1/accounts/{hidden}/rate-meter", 200, 404, 404, 404, 404),
    ];

    private static AccessRow[] Simulator =>
    [
        Of<OrderFault>(
            "POST /v1/simulator/faults", 201, 404, 403, 403, 404, """{"account_id":"{with_faults}","fault":"list_lag"}"""),
        Of<ListFaults>("GET /v1/simulator/faults", 200, 200, 200, 200, 200, tells: "{with_faults}"),
        Of<ListFaults>("GET /v1/simulator/faults?account_id={with_faults}", 200, 404, 404, 404, 404),
        Of<ClearFaults>("DELETE /v1/simulator/faults?account_id={to_reset}", 204, 404, 403, 403, 404),
        Of<ResetSimulator>("POST /v1/simulator/reset", 204, 404, 403, 403, 404, """{"account_id":"{to_reset}"}"""),
        Of<ListSimulatorPins>("GET /v1/simulator/pins?account_id={hidden}", 200, 404, 404, 404, 404),
    ];

    private static AccessRow[] Policy =>
    [
        Of<GetPolicyReport>("GET /v1/policy/report", 200, 200, 200, 200, 200, tells: "{hidden}"),
        Of<GetPrivacyPolicy>("GET /v1/policy/privacy", 200, 200, 200, 200, 200),
    ];

    private static AccessRow[] Health =>
    [
        Of<Health>("GET /healthz", 200, 200, 200, 200, 200) with { IsPublic = true },
        Of<Readiness>("GET /readyz", 200, 200, 200, 200, 200) with { IsPublic = true },
        Of<ListReplicas>("GET /v1/replicas", 200, 200, 403, 403, 200),
        Of<ListSeasons>("GET /v1/seasons", 200, 200, 200, 200, 200),
    ];
}

using Connector.Assets;
using Connector.Audience;
using Connector.Boards;
using Connector.Metrics;
using Connector.Pins;
using static Connector.Tests.Keys.AccessRow;

namespace Connector.Tests.Keys;

internal static partial class AccessTable
{
    private const string Pin =
        """{"account_id":"{hidden}","board":"Home decor","title":"A","image_url":"https://example.com/a.jpg"}""";

    private static AccessRow[] Boards =>
    [
        Of<ListBoards>("GET /v1/boards?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<CreateBoard>("POST /v1/boards?account_id={hidden}", 201, 404, 403, 404, 404, """{"name":"New board"}"""),
        Of<GetBoard>("GET /v1/boards/{board}?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<UpdateBoard>("PATCH /v1/boards/{board_to_change}?account_id={hidden}", 200, 404, 403, 404, 404, """{"name":"Renamed"}"""),
        Of<DeleteBoard>("DELETE /v1/boards/{board_to_delete}?account_id={hidden}", 204, 404, 403, 404, 404),
        Of<ListSections>("GET /v1/boards/{board}/sections?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<CreateSection>("POST /v1/boards/{board}/sections?account_id={hidden}", 201, 404, 403, 404, 404, """{"name":"New"}"""),
        Of<UpdateSection>(
            "PATCH /v1/boards/{board}/sections/{section}?account_id={hidden}", 200, 404, 403, 404, 404, """{"name":"Renamed"}"""),
        Of<ListBoardPins>("GET /v1/boards/{board}/pins?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListSectionPins>("GET /v1/boards/{board}/sections/{section}/pins?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListOwnPins>("GET /v1/pinterest/pins?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<SearchPins>("GET /v1/pinterest/search?q=lamp&account_id={hidden}", 200, 404, 404, 404, 404),
        Of<SavePin>(
            "POST /v1/pinterest/pins/{pinterest_pin}/save?account_id={hidden}", 201, 404, 403, 404, 404, """{"board":"Recipes"}"""),
        Of<DeleteSection>("DELETE /v1/boards/{board}/sections/{section_to_delete}?account_id={hidden}", 204, 404, 403, 404, 404),
    ];

    private static AccessRow[] Pins =>
    [
        Of<CreatePin>("POST /v1/pins", 202, 404, 403, 404, 404, Pin),
        // A file that the caller may not see does not exist, also for its own account.
        Of<CreatePin>(
            "POST /v1/pins", 202, 404, 403, 404, 404,
            """{"account_id":"{own}","board":"Home decor","title":"A","asset_id":"{owners_asset}"}"""),
        Of<CreatePins>("POST /v1/pins/batch", 200, 200, 403, 200, 200, $$"""{"pins":[{{Pin}}]}""", tells: "\"created\":1"),
        Of<ValidatePin>("POST /v1/pins/validate?fetch_media=false", 200, 200, 200, 200, 200, Pin, tells: "\"valid\":true"),
        Of<PlanPins>("POST /v1/plan", 200, 404, 404, 404, 404, """{"pins":[{"account_id":"{hidden}","board":"Home decor"}]}"""),
        Of<ListPins>("GET /v1/pins", 200, 200, 200, 200, 200, tells: "{pin}"),
        Of<GetPin>("GET /v1/pins/{pin}", 200, 404, 404, 404, 404),
        Of<GetPin>("GET /v1/pins/{published}?live=true", 200, 404, 404, 404, 404),
        Of<EditPin>("PATCH /v1/pins/{pin}", 200, 404, 403, 404, 404, """{"title":"B"}"""),
        Of<EditPin>("PATCH /v1/pins/{published}", 200, 404, 403, 404, 404, """{"title":"B"}"""),
        Of<CancelPin>("POST /v1/pins/{pin_to_cancel}/cancel", 200, 404, 403, 404, 404),
        // It has neither failed, nor is its outcome unknown, nor does it await approval: for its owner that is a conflict, for the others
        // it is not there.
        Of<RetryPin>("POST /v1/pins/{pin}/retry", 409, 404, 403, 404, 404),
        Of<ResolvePin>("POST /v1/pins/{pin}/resolve", 409, 404, 403, 404, 404, """{"as":"not_published"}"""),
        Of<ApprovePin>("POST /v1/pins/{pin}/approve", 409, 404, 403, 403, 404),
        Of<RejectPin>("POST /v1/pins/{pin}/reject", 409, 404, 403, 403, 404, """{"reason":"No."}"""),
        Of<ApprovePins>("POST /v1/pins/approve", 200, 200, 403, 403, 200, """{"ids":["{pin}"]}""", tells: "state_conflict"),
        Of<RejectPins>("POST /v1/pins/reject", 200, 200, 403, 403, 200, """{"ids":["{pin}"]}""", tells: "state_conflict"),
        Of<DeletePin>("DELETE /v1/pins/{pin_to_delete}", 204, 404, 403, 404, 404),
        Of<ListAttempts>("GET /v1/pins/{published}/attempts", 200, 404, 404, 404, 404),
        Of<ListPinDeliveries>("GET /v1/pins/{published}/deliveries", 200, 404, 404, 404, 404),
    ];

    private static AccessRow[] Assets =>
    [
        // The same bytes as those of {asset}: the owner has them already; the two limited keys share what they give.
        Of<AddAsset>("POST /v1/assets", 200, 201, 403, 201, 200, tells: "{asset}") with { SendsFile = true },
        Of<ListAssets>("GET /v1/assets", 200, 200, 200, 200, 200, tells: "{asset}"),
        Of<GetAsset>("GET /v1/assets/{asset}", 200, 404, 404, 404, 404),
        Of<DeleteAsset>("DELETE /v1/assets/{asset_to_delete}", 204, 404, 403, 404, 404),
    ];

    private static AccessRow[] Audience =>
    [
        Of<FindKeywords>("GET /v1/keywords?terms=lamp&account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListTrends>("GET /v1/trends?region=US&account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListTrendTopics>("GET /v1/trends/topics?region=US&account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListTrendCategories>("GET /v1/trends/product-categories?region=US&account_id={hidden}", 200, 404, 404, 404, 404),
        Of<GetAudienceInsights>("GET /v1/audience-insights?ad_account_id=54&account_id={hidden}", 200, 404, 404, 404, 404),
        Of<ListAudiences>("GET /v1/audience-insights/audiences?ad_account_id=54&account_id={hidden}", 200, 404, 404, 404, 404),
    ];

    private static AccessRow[] Metrics =>
    [
        Of<GetPinMetrics>("GET /v1/pins/{published}/metrics", 200, 404, 404, 404, 404),
        Of<GetPinsMetrics>("GET /v1/metrics/pins?ids={published}", 200, 200, 200, 200, 200, tells: "{pinterest_pin}"),
        Of<GetAccountMetrics>("GET /v1/metrics/account?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<GetTopPins>("GET /v1/metrics/top-pins?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<GetTopVideos>("GET /v1/metrics/top-videos?account_id={hidden}", 200, 404, 404, 404, 404),
        Of<GetProductMetrics>("GET /v1/metrics/products?account_id={hidden}", 200, 404, 404, 404, 404),
    ];
}

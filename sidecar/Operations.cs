using Connector.Accounts;
using Connector.Assets;
using Connector.Audience;
using Connector.Boards;
using Connector.Catalogs;
using Connector.Http;
using Connector.Imports;
using Connector.Keys;
using Connector.Metrics;
using Connector.Pacing;
using Connector.Pins;
using Connector.Policy;
using Connector.Replicas;
using Connector.Seasons;
using Connector.Simulator;
using Connector.Sources;
using Connector.Webhooks;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Operations
{
    public static readonly IReadOnlyList<Type> All =
    [
        .. Keys, .. Accounts, .. Boards, .. Pins, .. Assets, .. Imports, .. Sources, .. Metrics, .. Audience, .. Catalogs, .. Items,
        .. Webhooks, .. Policy, .. Simulator, .. Health,
    ];

    private static IEnumerable<Type> Keys =>
        [typeof(WhoAmI), typeof(CreateKey), typeof(ListKeys), typeof(RevokeKey)];

    private static IEnumerable<Type> Accounts =>
    [
        typeof(ConnectAccount), typeof(ListAccounts), typeof(GetAccount), typeof(UpdateAccount), typeof(DeleteAccount),
        typeof(HoldAccount), typeof(ResumeAccount), typeof(GetRateMeter), typeof(StartOAuth), typeof(GetApp), typeof(SetApp),
        typeof(GetProfile), typeof(ListBusinesses), typeof(ListWebsites), typeof(GetWebsiteCode), typeof(ClaimWebsite),
    ];

    private static IEnumerable<Type> Boards =>
    [
        typeof(ListBoards), typeof(CreateBoard), typeof(GetBoard), typeof(UpdateBoard), typeof(DeleteBoard),
        typeof(ListSections), typeof(CreateSection), typeof(UpdateSection), typeof(DeleteSection), typeof(ListBoardPins),
        typeof(ListSectionPins), typeof(ListOwnPins), typeof(SearchPins), typeof(SavePin),
    ];

    private static IEnumerable<Type> Pins =>
    [
        typeof(CreatePin), typeof(CreatePins), typeof(ValidatePin), typeof(GetPin), typeof(ListPins), typeof(EditPin), typeof(CancelPin),
        typeof(ApprovePin), typeof(ApprovePins), typeof(RejectPin), typeof(RejectPins), typeof(RetryPin), typeof(ResolvePin),
        typeof(DeletePin), typeof(ListAttempts), typeof(ListPinDeliveries), typeof(PlanPins), typeof(ListSeasons),
    ];

    private static IEnumerable<Type> Assets =>
        [typeof(AddAsset), typeof(ListAssets), typeof(GetAsset), typeof(DeleteAsset)];

    private static IEnumerable<Type> Imports =>
    [
        typeof(CreateImport), typeof(ListImports), typeof(GetImport), typeof(ListImportResults), typeof(GetImportErrors),
        typeof(CancelImport), typeof(GetImportMapping), typeof(SetImportMapping),
    ];

    private static IEnumerable<Type> Sources =>
    [
        typeof(CreateSource), typeof(ListSources), typeof(GetSource), typeof(ListSourceItems), typeof(UpdateSource), typeof(CheckSource),
        typeof(DeleteSource),
    ];

    private static IEnumerable<Type> Metrics =>
    [
        typeof(GetPinMetrics), typeof(GetPinsMetrics), typeof(GetAccountMetrics), typeof(GetTopPins), typeof(GetTopVideos),
        typeof(GetProductMetrics),
    ];

    private static IEnumerable<Type> Audience =>
    [
        typeof(FindKeywords), typeof(ListTrends), typeof(ListTrendTopics), typeof(ListTrendCategories), typeof(GetAudienceInsights),
        typeof(ListAudiences),
    ];

    private static IEnumerable<Type> Items =>
    [
        typeof(SendItems), typeof(ListItemJobs), typeof(GetItemJob), typeof(ListItemResults), typeof(FindItems),
        typeof(ListProductGroups), typeof(CreateProductGroup), typeof(GetProductGroup), typeof(UpdateProductGroup),
        typeof(DeleteProductGroup), typeof(GetProductGroupCounts), typeof(ListProductGroupPins), typeof(CreateCatalogReport),
        typeof(GetCatalogReport), typeof(ListCatalogReportStats),
    ];

    private static IEnumerable<Type> Catalogs =>
    [
        typeof(ListCatalogs), typeof(ListFeeds), typeof(CreateFeed), typeof(GetFeed), typeof(UpdateFeed), typeof(DeleteFeed),
        typeof(IngestFeed), typeof(WatchFeed), typeof(UnwatchFeed), typeof(ListFeedResults), typeof(ListFeedIssues),
    ];

    private static IEnumerable<Type> Webhooks =>
    [
        typeof(RegisterWebhook), typeof(ListWebhooks), typeof(GetWebhook), typeof(UpdateWebhook), typeof(DeleteWebhook),
        typeof(RotateSecret), typeof(TestWebhook), typeof(ListDeliveries), typeof(Redeliver), typeof(ListEvents), typeof(StreamEvents),
    ];

    private static IEnumerable<Type> Policy => [typeof(GetPolicyReport), typeof(GetPrivacyPolicy)];

    private static IEnumerable<Type> Simulator =>
        [typeof(OrderFault), typeof(ListFaults), typeof(ClearFaults), typeof(ResetSimulator), typeof(ListSimulatorPins)];

    private static IEnumerable<Type> Health =>
        [typeof(Health), typeof(Readiness), typeof(ListReplicas)];
}

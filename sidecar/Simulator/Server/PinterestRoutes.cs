using Connector.Pinterest;
using Connector.Simulator.Api;
using Connector.Simulator.Media;
using Connector.Simulator.OAuth;
using static Connector.Pinterest.RateCategory;

namespace Connector.Simulator.Server;

/// <summary>Every operation of Pinterest's that the simulator knows.</summary>
internal sealed class PinterestRoutes(
    CallPipeline pipeline,
    TokenHandlers oauth,
    ConsentHandlers consents,
    BoardHandlers boards,
    SectionHandlers sections,
    PinHandlers pins,
    PictureFetch pictures,
    PinLists lists,
    MediaHandlers media,
    UploadReceiver uploads,
    AnalyticsHandlers analytics,
    WebsiteHandlers websites,
    TrendHandlers trends,
    AudienceHandlers audiences,
    CatalogHandlers catalogs,
    CatalogItemHandlers items,
    ProductGroupHandlers groups)
{
    private readonly List<string> _operations =
        [ConsentHandlers.Operation, "exchange_code", "client_credentials", "refresh_token", "upload_media"];

    /// <summary>Their names, by which faults are ordered.</summary>
    public IReadOnlyList<string> Operations => _operations;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v5/oauth/token", pipeline.Anonymous(oauth.BeginAsync));
        // Pinterest's consent page is on another site, and this one is served where a browser reaches it: see ConsentPage.
        routes.MapPost("/oauth/consent", pipeline.Anonymous(consents.BeginAsync));

        On("GET", "/user_account", "get_user_account", OrgRead, AccountHandlers.Get);

        On("GET", "/boards", "list_boards", OrgRead, BoardHandlers.List);
        On("POST", "/boards", "create_board", OrgWrite, boards.Create);
        On("GET", "/boards/{board_id}", "get_board", OrgRead, boards.Get);
        On("PATCH", "/boards/{board_id}", "update_board", OrgWrite, boards.Update);
        On("DELETE", "/boards/{board_id}", "delete_board", OrgWrite, boards.Delete);
        On("GET", "/boards/{board_id}/pins", "list_board_pins", OrgRead, lists.OfBoard);

        On("GET", "/boards/{board_id}/sections", "list_sections", OrgRead, sections.List);
        On("POST", "/boards/{board_id}/sections", "create_section", OrgWrite, sections.Create);
        On("PATCH", "/boards/{board_id}/sections/{section_id}", "update_section", OrgWrite, sections.Update);
        On("DELETE", "/boards/{board_id}/sections/{section_id}", "delete_section", OrgWrite, sections.Delete);
        On("GET", "/boards/{board_id}/sections/{section_id}/pins", "list_section_pins", OrgRead, lists.OfSection);

        On("POST", "/pins", "create_pin", OrgWrite, pins.Create, pictures.FetchAsync);
        On("GET", "/pins/{pin_id}", "get_pin", OrgRead, pins.Get);
        On("GET", "/pins", "list_pins", OrgRead, lists.OfAccount);
        On("GET", "/search/pins", "search_pins", OrgRead, lists.Found);
        On("POST", "/pins/{pin_id}/save", "save_pin", OrgWrite, pins.Save);
        On("PATCH", "/pins/{pin_id}", "update_pin", OrgWrite, pins.Update);
        On("DELETE", "/pins/{pin_id}", "delete_pin", OrgWrite, pins.Delete);

        On("POST", "/media", "register_media", OrgWrite, media.Register);
        On("GET", "/media", "list_media", OrgRead, media.List);
        On("GET", "/media/{media_id}", "get_media", OrgRead, media.Get);
        routes.MapPost("/upload", pipeline.Anonymous(uploads.BeginAsync));

        On("GET", "/pins/{pin_id}/analytics", "get_pin_analytics", OrgAnalytics, analytics.Pin);
        On("GET", "/pins/analytics", "get_pins_analytics", OrgAnalytics, analytics.Pins);
        On("GET", "/user_account/analytics", "get_account_analytics", OrgAnalytics, analytics.Account);
        On("GET", "/user_account/analytics/top_pins", "get_top_pins", OrgAnalytics, analytics.TopPins);

        On("GET", "/user_account/analytics/top_video_pins", "get_top_videos", OrgAnalytics, analytics.TopVideos);

        On("GET", "/user_account/businesses", "list_businesses", OrgRead, AccountHandlers.Businesses);
        On("GET", "/user_account/websites", "list_websites", OrgRead, WebsiteHandlers.List);
        On("POST", "/user_account/websites", "verify_website", OrgWrite, websites.Verify);
        On("GET", "/user_account/websites/verification", "get_verification", OrgRead, WebsiteHandlers.Code);

        On("GET", "/terms/related", "related_terms", AdsRead, TrendHandlers.Related);
        On("GET", "/terms/suggested", "suggested_terms", AdsRead, TrendHandlers.Suggested);
        On("GET", "/trends/keywords/{region}/top/{trend_type}", "trending_keywords", TrendsRead, trends.Keywords);
        On("GET", "/trends/topics/featured", "trending_topics", TrendsRead, trends.Topics);
        On("GET", "/trends/product_categories/trending", "trending_categories", TrendsRead, TrendHandlers.ProductCategories);
        On("GET", "/ad_accounts/{ad_account_id}/audience_insights", "audience_insights", AdsRead, audiences.Insights);
        On("GET", "/ad_accounts/{ad_account_id}/insights/audiences", "list_audiences", AdsRead, audiences.List);

        On("GET", "/catalogs", "list_catalogs", CatalogsRead, CatalogHandlers.Catalogs);
        On("GET", "/catalogs/feeds", "list_feeds", CatalogsRead, CatalogHandlers.List);
        On("POST", "/catalogs/feeds", "create_feed", CatalogsWrite, catalogs.Create);
        On("GET", "/catalogs/feeds/{feed_id}", "get_feed", CatalogsRead, CatalogHandlers.Get);
        On("PATCH", "/catalogs/feeds/{feed_id}", "update_feed", CatalogsWrite, catalogs.Update);
        On("DELETE", "/catalogs/feeds/{feed_id}", "delete_feed", CatalogsWrite, catalogs.Delete);
        On("POST", "/catalogs/feeds/{feed_id}/ingest", "ingest_feed", CatalogsWrite, catalogs.Ingest);
        On("GET", "/catalogs/feeds/{feed_id}/processing_results", "list_feed_results", CatalogsRead, catalogs.Results);
        On("GET", "/catalogs/processing_results/{processing_result_id}/item_issues", "list_feed_issues", CatalogsRead, catalogs.Issues);

        On("POST", "/catalogs/items", "find_items", CatalogsRead, CatalogItemHandlers.Find);
        On("POST", "/catalogs/items/batch", "send_items", CatalogsWrite, items.Send);
        On("GET", "/catalogs/items/batch/{batch_id}", "get_item_batch", CatalogsRead, items.Get);
        On("GET", "/catalogs/product_groups", "list_groups", CatalogsRead, ProductGroupHandlers.List);
        On("POST", "/catalogs/product_groups", "create_group", CatalogsWrite, groups.Create);
        On("GET", "/catalogs/product_groups/{product_group_id}", "get_group", CatalogsRead, ProductGroupHandlers.Get);
        On("PATCH", "/catalogs/product_groups/{product_group_id}", "update_group", CatalogsWrite, groups.Update);
        On("DELETE", "/catalogs/product_groups/{product_group_id}", "delete_group", CatalogsWrite, groups.Delete);
        On("GET", "/catalogs/product_groups/{product_group_id}/product_counts", "count_group", CatalogsRead, ProductGroupHandlers.Counts);
        On(
            "GET", "/catalogs/product_groups/{product_group_id}/products", "list_group_products", CatalogsRead,
            ProductGroupHandlers.Products);
        On("POST", "/catalogs/reports", "create_report", CatalogsRead, groups.Report);
        On("GET", "/catalogs/reports", "get_report", CatalogsRead, groups.GetReport);
        On("GET", "/catalogs/reports/stats", "list_report_stats", CatalogsRead, ProductGroupHandlers.Stats);

        routes.Map("/{**path}", pipeline.Unknown());

        void On(
            string method, string path, string operation, RateCategory category, Func<SimulatedCall, SimulatorResponse> handle,
            Func<SimulatedCall, Task>? prepare = null)
        {
            _operations.Add(operation);
            routes.MapMethods($"/v5{path}", [method], pipeline.Authorized(operation, category, handle, prepare));
        }
    }
}

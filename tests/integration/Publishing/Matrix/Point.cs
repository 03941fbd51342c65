namespace Connector.Tests.Publishing.Matrix;

/// <summary>A point of the flow where a fault can strike: a call to Pinterest, and what it is made for.</summary>
internal enum Point
{
    PublishPin,
    RenewBeforeItIsTooLate,
    RenewExpiredToken,
    RenewAfterRefusal,
    LookUpOnBoard,
    LookUpInSection,
    ProbeAfterHold,
    ConnectWithCode,
    ConnectWithToken,
    FindBoardByName,
    FindSectionByName,
    DeletePin,
    PinMetrics,
    SeveralPinsMetrics,
    AccountMetrics,
    TopPins,
    ListBoards,
    GetBoard,
    CreateBoard,
    UpdateBoard,
    DeleteBoard,
    ListSections,
    CreateSection,
    UpdateSection,
    DeleteSection,
    LivePin,
    BoardPins,
    SectionPins,
    OwnPins,
    SearchPins,
    RelatedTerms,
    SuggestedTerms,
    Trends,
    TrendTopics,
    TrendCategories,
    AudienceInsights,
    Audiences,
    TopVideos,
    Businesses,
    Websites,
    WebsiteCode,
    Catalogs,
    Feeds,
}

/// <summary>Points that are alike, and the simulator's name for the call that is made at each.</summary>
internal static class Points
{
    public static readonly Point[] Renewals = [Point.RenewBeforeItIsTooLate, Point.RenewExpiredToken, Point.RenewAfterRefusal];
    public static readonly Point[] Lookups = [Point.LookUpOnBoard, Point.LookUpInSection];
    public static readonly Point[] Metrics = [Point.PinMetrics, Point.SeveralPinsMetrics, Point.AccountMetrics, Point.TopPins];
    public static readonly Point[] BoardLists = [Point.FindBoardByName, Point.ListBoards];
    public static readonly Point[] SectionLists = [Point.FindSectionByName, Point.ListSections];
    public static readonly Point[] Changes = [Point.CreateBoard, Point.UpdateBoard, Point.CreateSection, Point.UpdateSection];
    public static readonly Point[] Deletions = [Point.DeletePin, Point.DeleteBoard, Point.DeleteSection];

    public static readonly Point[] PinLists = [Point.BoardPins, Point.SectionPins, Point.OwnPins, Point.SearchPins];

    /// <summary>What is read of words, audiences, catalogs and the account itself.</summary>
    public static readonly Point[] Audience =
    [
        Point.RelatedTerms, Point.SuggestedTerms, Point.Trends, Point.TrendTopics, Point.TrendCategories, Point.AudienceInsights,
        Point.Audiences, Point.TopVideos, Point.Businesses, Point.Websites, Point.WebsiteCode,
        Point.Catalogs, Point.Feeds,
    ];

    /// <summary>What a caller reads and waits for.</summary>
    public static readonly Point[] Reads =
        [.. Metrics, .. BoardLists, .. SectionLists, .. PinLists, .. Audience, Point.GetBoard, Point.LivePin];

    /// <summary>Where tokens are exchanged.</summary>
    public static readonly Point[] Tokens = [.. Renewals, Point.ConnectWithCode];

    public static string Operation(this Point point) => point switch
    {
        Point.PublishPin => "create_pin",
        Point.RenewBeforeItIsTooLate or Point.RenewExpiredToken or Point.RenewAfterRefusal => "refresh_token",
        Point.LookUpOnBoard => "list_board_pins",
        Point.LookUpInSection => "list_section_pins",
        Point.ProbeAfterHold or Point.ConnectWithToken => "get_user_account",
        Point.ConnectWithCode => "exchange_code",
        Point.FindBoardByName or Point.ListBoards => "list_boards",
        Point.FindSectionByName or Point.ListSections => "list_sections",
        Point.DeletePin => "delete_pin",
        Point.PinMetrics => "get_pin_analytics",
        Point.SeveralPinsMetrics => "get_pins_analytics",
        Point.AccountMetrics => "get_account_analytics",
        Point.TopPins => "get_top_pins",
        Point.GetBoard => "get_board",
        Point.CreateBoard => "create_board",
        Point.UpdateBoard => "update_board",
        Point.DeleteBoard => "delete_board",
        Point.CreateSection => "create_section",
        Point.UpdateSection => "update_section",
        Point.DeleteSection => "delete_section",
        Point.LivePin => "get_pin",
        Point.BoardPins => "list_board_pins",
        Point.SectionPins => "list_section_pins",
        Point.OwnPins => "list_pins",
        Point.SearchPins => "search_pins",
        Point.RelatedTerms => "related_terms",
        Point.SuggestedTerms => "suggested_terms",
        Point.Trends => "trending_keywords",
        Point.TrendTopics => "trending_topics",
        Point.TrendCategories => "trending_categories",
        Point.AudienceInsights => "audience_insights",
        Point.Audiences => "list_audiences",
        Point.TopVideos => "get_top_videos",
        Point.Businesses => "list_businesses",
        Point.Websites => "list_websites",
        Point.WebsiteCode => "get_verification",
        Point.Catalogs => "list_catalogs",
        Point.Feeds => "list_feeds",
        _ => throw new ArgumentOutOfRangeException(nameof(point)),
    };
}

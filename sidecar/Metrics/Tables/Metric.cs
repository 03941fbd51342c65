namespace Connector.Metrics.Tables;

/// <summary>What a metric can be had for.</summary>
[Flags]
internal enum Measured
{
    Image = 1,
    Video = 2,
    Account = 4,
    TopVideos = 8,
    AnyPin = Image | Video,
    Everything = AnyPin | Account,
}

/// <summary>A metric by our name and Pinterest's; a lifetime one counts since the pin was published and has no days.</summary>
internal sealed record Metric(string Name, string Pinterest, Measured For, bool IsUsual = false, bool IsLifetime = false)
{
    /// <summary>Every metric there is; video metrics asked of an image make Pinterest refuse the whole question.</summary>
    public static readonly IReadOnlyList<Metric> All =
    [
        new("impressions", "IMPRESSION", Measured.Everything | Measured.TopVideos, IsUsual: true),
        new("saves", "SAVE", Measured.Everything | Measured.TopVideos, IsUsual: true),
        new("pin_clicks", "PIN_CLICK", Measured.Everything, IsUsual: true),
        new("outbound_clicks", "OUTBOUND_CLICK", Measured.Everything | Measured.TopVideos, IsUsual: true),
        new("save_rate", "SAVE_RATE", Measured.Everything, IsUsual: true),
        new("engagements", "ENGAGEMENT", Measured.Account, IsUsual: true),
        new("engagement_rate", "ENGAGEMENT_RATE", Measured.Account, IsUsual: true),
        new("pin_click_rate", "PIN_CLICK_RATE", Measured.Account, IsUsual: true),
        new("outbound_click_rate", "OUTBOUND_CLICK_RATE", Measured.Account, IsUsual: true),
        new("comments", "TOTAL_COMMENTS", Measured.AnyPin, IsUsual: true, IsLifetime: true),
        new("reactions", "TOTAL_REACTIONS", Measured.AnyPin, IsUsual: true, IsLifetime: true),
        new("follows", "USER_FOLLOW", Measured.Image),
        new("profile_visits", "PROFILE_VISIT", Measured.Image),
        new("video_views", "VIDEO_MRC_VIEW", Measured.Video | Measured.TopVideos),
        new("video_10s_views", "VIDEO_10S_VIEW", Measured.Video | Measured.TopVideos),
        new("video_95_percent_views", "QUARTILE_95_PERCENT_VIEW", Measured.Video | Measured.TopVideos),
        new("video_starts", "VIDEO_START", Measured.Video | Measured.TopVideos),
        new("video_watch_time", "VIDEO_V50_WATCH_TIME", Measured.Video | Measured.TopVideos),
        new("video_average_watch_time", "VIDEO_AVG_WATCH_TIME", Measured.Video | Measured.TopVideos),
    ];

    /// <summary>What Pinterest sorts top pins by.</summary>
    public static readonly IReadOnlyList<Metric> Sortable =
        [.. All.Where(metric => metric.Pinterest is "ENGAGEMENT" or "IMPRESSION" or "OUTBOUND_CLICK" or "PIN_CLICK" or "SAVE")];

    public bool IsFor(Measured subject) => (For & subject) != 0;
}

using Connector.Pacing.Limits;

namespace Connector.Pacing;

/// <summary>Pinterest's published limits.</summary>
/// <remarks>
/// https://developers.pinterest.com/docs/reference/rate-limits/ : Trial counts per app and day, Standard per user and app.
/// </remarks>
internal static class PublishedLimits
{
    public const string OrgWrite = "org_write";
    public const string OrgRead = "org_read";
    public const string OrgAnalytics = "org_analytics";
    public const string AdsRead = "ads_read";
    public const string TrendsRead = "trends_read";
    public const string CatalogsRead = "catalogs_read";
    public const string CatalogsWrite = "catalogs_write";
    public const string Universal = "universal";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Minute = TimeSpan.FromMinutes(1), Day = TimeSpan.FromDays(1);

    /// <param name="options">Numbers that replace the published ones.</param>
    /// <param name="tier">The app's; that of the settings if left out.</param>
    public static IReadOnlyList<PaceLimit> For(PacingOptions options, string? tier = null) => (tier ?? options.Tier) switch
    {
        "trial" =>
        [
            Limit(Universal, null, "app", 1000, Day, options.Universal),
            Limit(OrgWrite, OrgWrite, "app", 300, Day, options.OrgWrite),
            Limit(OrgRead, OrgRead, "app", 1000, Day, options.OrgRead),
            Limit(OrgAnalytics, OrgAnalytics, "app", 1000, Day, options.OrgAnalytics),
            Limit(AdsRead, AdsRead, "app", 1000, Day, options.AdsRead),
            Limit(TrendsRead, TrendsRead, "app", 1000, Day, options.TrendsRead),
            Limit(CatalogsRead, CatalogsRead, "app", 1000, Day, options.CatalogsRead),
            Limit(CatalogsWrite, CatalogsWrite, "app", 300, Day, options.CatalogsWrite),
        ],
        "standard" =>
        [
            Limit(Universal, null, "account", 100, Second, options.Universal),
            Limit(OrgWrite, OrgWrite, "account", 100, Minute, options.OrgWrite),
            Limit(OrgRead, OrgRead, "account", 1000, Minute, options.OrgRead),
            Limit(OrgAnalytics, OrgAnalytics, "account", 60, Minute, options.OrgAnalytics),
            Limit(AdsRead, AdsRead, "account", 1000, Minute, options.AdsRead),
            // The lowest number of any category of reads: that of trends_read is not known for certain.
            Limit(TrendsRead, TrendsRead, "account", 60, Minute, options.TrendsRead),
            Limit(CatalogsRead, CatalogsRead, "account", 1000, Minute, options.CatalogsRead),
            // The lower one of the numbers that were seen: that of catalogs_write is not known for certain.
            Limit(CatalogsWrite, CatalogsWrite, "account", 100, Minute, options.CatalogsWrite),
        ],
        var other => throw new InvalidOperationException($"Connector:Pinterest:AccessTier is \"{other}\"; it must be trial or standard."),
    };

    private static PaceLimit Limit(string rule, string? category, string scope, int published, TimeSpan window, int? setting) =>
        new(rule, category, scope, setting ?? published, window, setting is null ? "published" : "setting");
}

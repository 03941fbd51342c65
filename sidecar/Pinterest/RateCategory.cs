namespace Connector.Pinterest;

/// <summary>Pinterest's rate-limit categories, as far as the connector meets them.</summary>
/// <remarks>https://developers.pinterest.com/docs/reference/rate-limits/</remarks>
internal enum RateCategory
{
    OrgRead,
    OrgWrite,
    OrgAnalytics,
    AdsRead,
    TrendsRead,
    CatalogsRead,
    CatalogsWrite,
}

/// <summary>The names Pinterest gives its categories.</summary>
internal static class RateCategoryNames
{
    public static string WireName(this RateCategory category) => category switch
    {
        RateCategory.OrgRead => "org_read",
        RateCategory.OrgWrite => "org_write",
        RateCategory.OrgAnalytics => "org_analytics",
        RateCategory.AdsRead => "ads_read",
        RateCategory.TrendsRead => "trends_read",
        RateCategory.CatalogsRead => "catalogs_read",
        RateCategory.CatalogsWrite => "catalogs_write",
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };
}

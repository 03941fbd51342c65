namespace Connector.Pinterest;

/// <summary>Pinterest's rate-limit categories, as far as organic publishing meets them.</summary>
/// <remarks>https://developers.pinterest.com/docs/reference/rate-limits/</remarks>
internal enum RateCategory
{
    OrgRead,
    OrgWrite,
    OrgAnalytics,
}

/// <summary>The names Pinterest gives its categories.</summary>
internal static class RateCategoryNames
{
    public static string WireName(this RateCategory category) => category switch
    {
        RateCategory.OrgRead => "org_read",
        RateCategory.OrgWrite => "org_write",
        _ => "org_analytics",
    };
}

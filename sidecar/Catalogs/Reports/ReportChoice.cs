using Connector.Catalogs.Items;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Catalogs.Reports;

/// <summary>Reads which report is meant.</summary>
internal static class ReportChoice
{
    public static ReportQuery Of(string? type, string? catalogId, string? feedId, string? resultId, IReadOnlyList<string> types)
    {
        var chosen = CatalogWords.One("type", type, types);
        var isOfFeed = chosen == CatalogReportType.FeedIssues;
        if (isOfFeed && feedId is null) throw Problems.Invalid("feed_id", "is missing; a report of feed_issues is about one feed.");
        if (!isOfFeed && (feedId ?? resultId) is not null)
            throw Problems.Invalid(feedId is null ? "result_id" : "feed_id", "is for reports of feed_issues only.");
        if (isOfFeed && catalogId is not null) throw Problems.Invalid("catalog_id", "is not for reports of feed_issues.");
        return new ReportQuery(CatalogReportType.AtPinterest[chosen], catalogId, feedId, resultId);
    }
}

using System.ComponentModel;
using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Reports;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Of what.</summary>
public sealed record ListCatalogReportStatsCall : CatalogPageCall
{
    [QueryParam, Description("feed_issues or distribution_issues."), OneOf("CatalogStatsType", "feed_issues", "distribution_issues")]
    public string? Type { get; init; }

    [QueryParam, Description("For distribution_issues; the oldest catalog if left out.")]
    [Pattern(@"^\d{1,24}$", ErrorMessage = "must be a catalog's id: digits.")]
    public string? CatalogId { get; init; }

    [QueryParam, Description("For feed_issues."), Pattern(@"^\d{1,24}$", ErrorMessage = "must be a feed's id: digits.")]
    public string? FeedId { get; init; }

    [QueryParam, Description("json or csv; Accept: text/csv asks for csv too."), OneOf(typeof(TableFormat))]
    public string? Format { get; init; }
}

/// <summary>How often something is wrong.</summary>
public sealed record CatalogReportStat
{
    public string? CatalogId { get; init; }
    public int? Code { get; init; }
    /// <summary>Pinterest's word for it.</summary>
    public string? Issue { get; init; }
    public string? Message { get; init; }
    public long? Occurrences { get; init; }
    /// <summary>WARN or ERROR; null for distribution_issues.</summary>
    public string? Severity { get; init; }
    public bool? IneligibleForAds { get; init; }
    public bool? IneligibleForOrganic { get; init; }

    internal static CatalogReportStat From(PinterestReportCount count) => new()
    {
        CatalogId = count.CatalogId,
        Code = count.Code,
        Issue = count.CodeLabel,
        Message = count.Message,
        Occurrences = count.Occurrences,
        Severity = count.Severity,
        IneligibleForAds = count.IneligibleForAds,
        IneligibleForOrganic = count.IneligibleForOrganic,
    };
}

/// <summary>GET /v1/catalogs/reports/stats</summary>
internal sealed class ListCatalogReportStats(CatalogCalls calls) : Operation<ListCatalogReportStatsCall, IResult>
{
    public override void Configure()
    {
        Get("/reports/stats");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("List how often what is wrong in a catalog or a feed.", 404, 409);
        Description(route => route.AnswersWith<Page<CatalogReportStat>>());
    }

    public override async Task<IResult> ExecuteAsync(ListCatalogReportStatsCall call, CancellationToken ct)
    {
        var asCsv = CsvRows.AreWanted(call.Format, HttpContext.Request);
        var query = ReportChoice.Of(
            call.Type ?? CatalogReportType.DistributionIssues, call.CatalogId, call.FeedId, null,
            [CatalogReportType.FeedIssues, CatalogReportType.DistributionIssues]);
        var page = CatalogCalls.Page(
            await calls.CallAsync(
                Caller, call, AccountCapabilities.CatalogReports,
                (pinterest, session, token) => pinterest.ListReportCountsAsync(session, query, call.Cursor, call.Limit, token), ct),
            CatalogReportStat.From);
        return TableAnswer.Of(
            page, page.Items, asCsv, ("catalog_id", row => row.CatalogId), ("code", row => row.Code), ("issue", row => row.Issue),
            ("message", row => row.Message), ("occurrences", row => row.Occurrences), ("severity", row => row.Severity),
            ("ineligible_for_ads", row => row.IneligibleForAds), ("ineligible_for_organic", row => row.IneligibleForOrganic));
    }
}

using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Catalogs.Reports;
using Connector.Http;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>A report to make.</summary>
public sealed record CreateCatalogReportRequest
{
    /// <summary>feed_issues, distribution_issues or all_items.</summary>
    [Required, OneOf(typeof(CatalogReportType))]
    public string Type { get; init; } = "";

    /// <summary>For distribution_issues and all_items; the oldest catalog if left out.</summary>
    [Pattern(@"^\d{1,24}$", ErrorMessage = "must be a catalog's id: digits.")]
    public string? CatalogId { get; init; }

    /// <summary>For feed_issues.</summary>
    [Pattern(@"^\d{1,24}$", ErrorMessage = "must be a feed's id: digits.")]
    public string? FeedId { get; init; }

    /// <summary>For feed_issues: one processing of the feed; the last one if left out.</summary>
    [Pattern(@"^\d{1,24}$", ErrorMessage = "must be a result's id: digits.")]
    public string? ResultId { get; init; }
}

/// <summary>The report to make, and in whose name.</summary>
public sealed record CreateCatalogReportCall : CatalogCall
{
    [FromBody, RequiredBody]
    public CreateCatalogReportRequest Body { get; init; } = null!;
}

/// <summary>By which a report is asked for: GET /v1/catalogs/reports?token=…</summary>
public sealed record CatalogReportToken(string Token);

/// <summary>POST /v1/catalogs/reports</summary>
internal sealed class CreateCatalogReport(CatalogCalls calls) : Operation<CreateCatalogReportCall, CatalogReportToken>
{
    public override void Configure()
    {
        Post("/reports");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("Have Pinterest make a report of a catalog; the same request gives the same report for a day.", 404, 409);
    }

    public override async Task<CatalogReportToken> ExecuteAsync(CreateCatalogReportCall call, CancellationToken ct)
    {
        var body = call.Body;
        var query = ReportChoice.Of(body.Type, body.CatalogId, body.FeedId, body.ResultId, CatalogReportType.All);
        var answer = await calls.CallAsync(
            Caller, call, AccountCapabilities.CatalogReports,
            (pinterest, session, token) => pinterest.CreateReportAsync(session, query, token), ct);
        return new CatalogReportToken(answer.Token!);
    }
}

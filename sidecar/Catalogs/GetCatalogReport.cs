using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Catalogs.Calls;
using Connector.Http;
using Connector.Pinterest;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>Which report.</summary>
public sealed record GetCatalogReportCall : CatalogCall
{
    [QueryParam, Required(ErrorMessage = "is missing; POST /v1/catalogs/reports gives it."), Text(2000, MinimumLength = 1)]
    [Description("What POST /v1/catalogs/reports answered.")]
    public string Token { get; init; } = "";
}

/// <summary>A report of a catalog, once it is made.</summary>
/// <param name="Ready">Whether it is made; ask again in a minute if not.</param>
/// <param name="Url">Where it is downloaded; null until it is made.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record CatalogReport(bool Ready, string? Url, decimal? Bytes);

/// <summary>GET /v1/catalogs/reports</summary>
internal sealed class GetCatalogReport(CatalogCalls calls) : Operation<GetCatalogReportCall, CatalogReport>
{
    // "The token you provided is not valid or has expired."
    private const int TokenInvalid = 1104;

    public override void Configure()
    {
        Get("/reports");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("Get a report of a catalog: whether Pinterest has made it, and where it is downloaded.", 404, 409);
    }

    public override async Task<CatalogReport> ExecuteAsync(GetCatalogReportCall call, CancellationToken ct)
    {
        try
        {
            var report = await calls.CallAsync(
                Caller, call, AccountCapabilities.CatalogReports,
                (pinterest, session, token) => pinterest.GetReportAsync(session, call.Token, token), ct);
            return new CatalogReport(report is { ReportStatus: "FINISHED", Url: not null }, report.Url, report.Size);
        }
        catch (PinterestException refused) when (refused.Failure.Code == TokenInvalid)
        {
            throw new ProblemException(new(
                404, "report_not_found", "There is no such report.", refused.Failure.Message,
                "Ask for a new one: POST /v1/catalogs/reports."));
        }
    }
}

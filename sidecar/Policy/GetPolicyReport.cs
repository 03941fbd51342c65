using Connector.Http;

namespace Connector.Policy;

/// <summary>GET /v1/policy/report</summary>
internal sealed class GetPolicyReport(PolicyReports reports) : Operation<PolicyCall, IResult>
{
    public override void Configure()
    {
        Get("/report");
        Group<PolicyRoutes>();
        Policies(Scope.Read);
        Describe(
            "Show what this installation does with Pinterest's API, of its settings and rows: purpose, scopes and why, accounts and their "
                + "rules, approval, what is stored and how long, and the way to Standard access. What is not set is said to be missing.");
        Description(route => route.Produces<PolicyReport>(200, "application/json", "text/markdown"));
    }

    public override Task<IResult> ExecuteAsync(PolicyCall call, CancellationToken ct)
    {
        return Task.FromResult<IResult>(call.AsMarkdown
            ? TypedResults.Text(reports.Markdown(Caller), PolicyCall.ContentType)
            : TypedResults.Ok(reports.Make(Caller)));
    }
}

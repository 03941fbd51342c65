using Connector.Http;

namespace Connector.Policy;

/// <summary>A text that can be published.</summary>
/// <param name="Markdown">The text.</param>
/// <param name="MissingSettings">What it says to be missing.</param>
public sealed record PrivacyPolicy(string Markdown, IReadOnlyList<string> MissingSettings);

/// <summary>GET /v1/policy/privacy</summary>
internal sealed class GetPrivacyPolicy(PolicyReports reports) : Operation<PolicyCall, IResult>
{
    public override void Configure()
    {
        Get("/privacy");
        Group<PolicyRoutes>();
        Policies(Scope.Read);
        Describe("Write a privacy policy of the same facts as the report, to be checked and published.");
        Description(route => route.Produces<PrivacyPolicy>(200, "application/json", "text/markdown"));
    }

    public override Task<IResult> ExecuteAsync(PolicyCall call, CancellationToken ct)
    {
        return Task.FromResult<IResult>(call.AsMarkdown
            ? TypedResults.Text(reports.Privacy(Caller), PolicyCall.ContentType)
            : TypedResults.Ok(new PrivacyPolicy(reports.Privacy(Caller), reports.Make(Caller).MissingSettings)));
    }
}

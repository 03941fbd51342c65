using Connector.Http;

namespace Connector.Accounts;

/// <summary>GET /v1/app</summary>
internal sealed class GetApp(PinterestApps apps) : Operation<PinterestApp>
{
    public override void Configure()
    {
        Get("/v1/app");
        Description(route => route.WithTags("Accounts"));
        Policies(Scope.Read);
        Describe("Show the Pinterest app that accounts are connected with, and the redirect URI to copy into Pinterest's form.");
    }

    protected override Task<PinterestApp> AnswerAsync(CancellationToken cancellation) => Task.FromResult(apps.Show(Caller));
}

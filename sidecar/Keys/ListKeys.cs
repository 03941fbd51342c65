using Connector.Http;

namespace Connector.Keys;

/// <summary>GET /v1/keys</summary>
internal sealed class ListKeys(KeyActions actions) : Operation<PageCall, Page<ApiKey>>
{
    public override void Configure()
    {
        Get("/");
        Group<KeyRoutes>();
        Policies(Scope.Admin);
        Describe("List the API keys of this workspace, newest first, revoked ones included; a key limited to accounts sees those within "
            + "its limits.");
    }

    public override Task<Page<ApiKey>> ExecuteAsync(PageCall call, CancellationToken ct) =>
        Task.FromResult(actions.List(Caller, call.Limit, call.Cursor));
}

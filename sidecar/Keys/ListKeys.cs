using Connector.Http;

namespace Connector.Keys;

/// <summary>GET /v1/keys</summary>
internal sealed class ListKeys(KeyStore keys) : Operation<PageCall, Page<ApiKey>>
{
    public override void Configure()
    {
        Get("/");
        Group<KeyRoutes>();
        Policies(Scope.Admin);
        Describe("List the API keys of this workspace, newest first, revoked ones included; a key limited to accounts sees those within "
            + "its limits.");
    }

    public override Task<Page<ApiKey>> ExecuteAsync(PageCall call, CancellationToken ct)
    {
        var rows = keys.List(Caller, call.Limit, call.Cursor);
        return Task.FromResult(Page<ApiKey>.Of(rows, call.Limit, row => row.Id, ApiKey.From));
    }
}

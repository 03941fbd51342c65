using Connector.Http;

namespace Connector.Assets;

/// <summary>GET /v1/assets</summary>
internal sealed class ListAssets(AssetStore assets) : Operation<PageCall, Page<Asset>>
{
    public override void Configure()
    {
        Get("/");
        Group<AssetRoutes>();
        Policies(Scope.Read);
        Describe("List the files of the workspace that the key sees, newest first.");
    }

    public override Task<Page<Asset>> ExecuteAsync(PageCall call, CancellationToken ct)
    {
        if (call.Cursor?.StartsWith("ast_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");

        var rows = assets.List(Caller, call.Limit, call.Cursor);
        return Task.FromResult(Page<Asset>.Of(rows, call.Limit, row => row.Id, Asset.From));
    }
}

using Connector.Http;

namespace Connector.Assets;

/// <summary>GET /v1/assets/{id}</summary>
internal sealed class GetAsset(AssetStore assets) : Operation<IdCall, Asset>
{
    public override void Configure()
    {
        Get("/{id}");
        Group<AssetRoutes>();
        Policies(Scope.Read);
        Describe("Get what is known about a file.", 404);
    }

    public override Task<Asset> ExecuteAsync(IdCall call, CancellationToken ct) => Task.FromResult(Asset.From(assets.Get(Caller, call.Id)));
}

using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Assets;

/// <summary>DELETE /v1/assets/{id}</summary>
internal sealed class DeleteAsset(AssetStore assets) : Operation<IdCall, NoContent>
{
    public override void Configure()
    {
        Delete("/{id}");
        Group<AssetRoutes>();
        Policies(Scope.Publish);
        Describe("Delete a file that no pin needs any more.", 404, 409);
    }

    public override async Task<NoContent> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        await assets.DeleteAsync(Caller, assets.Get(Caller, call.Id), ct);
        return TypedResults.NoContent();
    }
}

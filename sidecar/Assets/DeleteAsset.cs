using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Assets;

/// <summary>DELETE /v1/assets/{id}</summary>
public sealed class DeleteAsset : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/{id}", Handle).WithName(nameof(DeleteAsset))
        .RequireScope(Scope.Publish).ProducesProblem(404).ProducesProblem(409);

    /// <summary>Delete a file that no pin needs any more.</summary>
    internal static async Task<NoContent> Handle(string id, Caller caller, AssetStore assets, CancellationToken cancellation)
    {
        await assets.DeleteAsync(assets.Get(caller, id), cancellation);
        return TypedResults.NoContent();
    }
}

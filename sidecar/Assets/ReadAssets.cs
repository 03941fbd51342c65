using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Assets;

/// <summary>GET /v1/assets</summary>
public sealed class ListAssets : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Handle).WithName(nameof(ListAssets)).RequireScope(Scope.Read);

    /// <summary>List the files of the workspace, newest first.</summary>
    internal static Page<Asset> Handle(Caller caller, AssetStore assets, [Range(1, 250)] int limit = 50, string? cursor = null)
    {
        if (cursor?.StartsWith("ast_", StringComparison.Ordinal) == false) throw Problems.Invalid("cursor", "is not a next_cursor of this list.");

        return Page<Asset>.Of(assets.List(caller, limit, cursor), limit, row => row.Id, Asset.From);
    }
}

/// <summary>GET /v1/assets/{id}</summary>
public sealed class GetAsset : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/{id}", Handle).WithName(nameof(GetAsset)).RequireScope(Scope.Read).ProducesProblem(404);

    /// <summary>Get what is known about a file.</summary>
    internal static Asset Handle(string id, Caller caller, AssetStore assets) => Asset.From(assets.Get(caller, id));
}

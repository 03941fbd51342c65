using Connector.Http;
using Connector.Keys.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Keys;

/// <summary>DELETE /v1/keys/{id}</summary>
public sealed class RevokeKey : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/{id}", Handle).WithName(nameof(RevokeKey)).RequireScope(Scope.Admin);

    /// <summary>Revoke an API key at once; pins it created stay.</summary>
    internal static async Task<NoContent> Handle(string id, Caller caller, KeyStore keys, ApiKeyCache ring)
    {
        var row = keys.Find(caller.WorkspaceId, id) ?? throw Problems.NotFound("key", id);
        await keys.RevokeAsync(caller.WorkspaceId, id);
        ring.Forget(row.Hash);
        return TypedResults.NoContent();
    }
}

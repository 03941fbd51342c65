using Connector.Http;
using Connector.Keys.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Keys;

/// <summary>DELETE /v1/keys/{id}</summary>
internal sealed class RevokeKey(KeyStore keys, ApiKeyCache cache) : Operation<IdCall, NoContent>
{
    public override void Configure()
    {
        Delete("/{id}");
        Group<KeyRoutes>();
        Policies(Scope.Admin);
        Describe("Revoke an API key at once; pins it created stay. The last admin key without account_ids cannot be revoked.", 404, 409);
    }

    public override async Task<NoContent> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var row = keys.Get(Caller, call.Id);
        await keys.RevokeAsync(Caller.WorkspaceId, call.Id);
        cache.Forget(row.Hash);
        return TypedResults.NoContent();
    }
}

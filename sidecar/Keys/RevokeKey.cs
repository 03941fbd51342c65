using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Keys;

/// <summary>DELETE /v1/keys/{id}</summary>
internal sealed class RevokeKey(KeyActions actions) : Operation<IdCall, NoContent>
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
        await actions.RevokeAsync(Caller, call.Id);
        return TypedResults.NoContent();
    }
}

using Connector.Http;

namespace Connector.Keys;

/// <summary>GET /v1/whoami</summary>
internal sealed class WhoAmI(KeyStore keys) : Operation<ApiKey>
{
    public override void Configure()
    {
        Get("/v1/whoami");
        Description(route => route.WithTags("Keys"));
        Policies(Scope.Read);
        Describe("Show which key this is and what it may do.");
    }

    protected override Task<ApiKey> AnswerAsync(CancellationToken cancellation)
    {
        var row = keys.Find(Caller.WorkspaceId, Caller.KeyId) ?? throw Problems.NotFound("key", Caller.KeyId);
        return Task.FromResult(ApiKey.From(row));
    }
}

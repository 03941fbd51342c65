using Connector.Http;

namespace Connector.Keys;

/// <summary>GET /v1/whoami</summary>
public sealed class WhoAmI : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/whoami", Handle).WithName(nameof(WhoAmI)).RequireScope(Scope.Read);

    /// <summary>Show which key this is and what it may do.</summary>
    internal static ApiKey Handle(Caller caller, KeyStore keys) =>
        ApiKey.From(keys.Find(caller.WorkspaceId, caller.KeyId) ?? throw Problems.NotFound("key", caller.KeyId));
}

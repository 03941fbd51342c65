using System.ComponentModel.DataAnnotations;
using Connector.Http;

namespace Connector.Keys;

/// <summary>GET /v1/keys</summary>
public sealed class ListKeys : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/", Handle).WithName(nameof(ListKeys)).RequireScope(Scope.Admin);

    /// <summary>List the API keys of this workspace, newest first, revoked ones included.</summary>
    internal static Page<ApiKey> Handle(Caller caller, KeyStore keys, [Range(1, 250)] int limit = 50, string? cursor = null) =>
        Page<ApiKey>.Of(keys.List(caller.WorkspaceId, limit, cursor), limit, row => row.Id, ApiKey.From);
}

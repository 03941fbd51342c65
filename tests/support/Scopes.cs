using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Connector.Tests.Support;

/// <summary>Which scope an operation asks for.</summary>
internal static class Scopes
{
    /// <summary>FastEndpoints adds a policy of its own beside the one an operation names; that one is passed over.</summary>
    public static string? Of(RouteEndpoint endpoint) => endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()
        .Select(asked => asked.Policy)
        .SingleOrDefault(policy => policy?.StartsWith("epPolicy:", StringComparison.Ordinal) != true);
}

using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Support;

/// <summary>The routes of the API that a sidecar serves.</summary>
internal static class OperationRoutes
{
    public static IReadOnlyList<RouteEndpoint> Routes(this SidecarApp app) =>
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/v1/", StringComparison.Ordinal))];

    /// <summary>An address of the route, with x for every id in it.</summary>
    public static string PathOf(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(
            segment => segment.Parts[0] is RoutePatternLiteralPart literal ? literal.Content : "x"));
}

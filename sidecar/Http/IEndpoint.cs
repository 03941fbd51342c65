namespace Connector.Http;

/// <summary>One HTTP operation: Map names its route, its Handle method answers it.</summary>
public interface IEndpoint
{
    static abstract void Map(IEndpointRouteBuilder routes);
}

/// <summary>Lets <c>Routes</c> read as a table of contents.</summary>
internal static class EndpointRoutes
{
    public static TRoutes Add<TRoutes, TEndpoint>(this TRoutes routes)
        where TRoutes : IEndpointRouteBuilder
        where TEndpoint : IEndpoint
    {
        TEndpoint.Map(routes);
        return routes;
    }

    public static RouteGroupBuilder Add<TEndpoint>(this RouteGroupBuilder routes)
        where TEndpoint : IEndpoint => routes.Add<RouteGroupBuilder, TEndpoint>();
}

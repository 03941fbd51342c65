using Connector.Http;

namespace Connector;

/// <summary>Every operation of the API: its table of contents.</summary>
internal static class Routes
{
    public static void MapConnector(this WebApplication app)
    {
        var v1 = app.MapGroup("/v1").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429);

        app.MapOperations();
        app.MapOpenApi();
        app.MapScalar();
    }
}

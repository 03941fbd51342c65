using Connector.Http.OpenApi;

namespace Connector.Http;

/// <summary>GET /healthz: the process is alive.</summary>
public sealed class Health : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/healthz", Handle).WithName(nameof(Health)).WithTags("Health").DisableRateLimiting();

    /// <summary>Tell that the process is alive.</summary>
    internal static HealthState Handle() => new("ok", []);
}

/// <summary>ok, or what is wrong.</summary>
public sealed record HealthState([property: OneOf("HealthStatus", "ok", "unavailable")] string Status, IReadOnlyList<string> Problems);

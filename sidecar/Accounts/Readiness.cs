using Connector.Common;
using Connector.Http;
using Connector.Storage;

namespace Connector.Accounts;

/// <summary>GET /readyz: pins can be accepted and tokens opened.</summary>
public sealed class Readiness : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/readyz", Handle).WithName(nameof(Readiness)).WithTags("Health").DisableRateLimiting()
        .Produces<HealthState>(200).Produces<HealthState>(503);

    /// <summary>Tell whether the database can be written and the key ring read; 503 with the reasons when not.</summary>
    internal static async Task<IResult> Handle(Database database, FreeSpace space, TokenVault vault)
    {
        var problems = new List<string>();
        try
        {
            space.EnsureFreeSpace();
            await database.WriteAsync(sql => sql.Execute("update secrets_canary set id = 1 where id = 1"));
            if (!vault.IsReadable()) problems.Add("The key ring cannot open the stored tokens.");
        }
        catch (StorageUnavailableException error)
        {
            problems.Add(error.Message);
        }

        return problems.Count == 0
            ? TypedResults.Ok(new HealthState("ok", []))
            : TypedResults.Json(new HealthState("unavailable", problems), statusCode: 503);
    }
}

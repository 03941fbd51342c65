using Connector.Common;
using Connector.Http;
using Connector.Replicas;
using Connector.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Accounts;

/// <summary>GET /readyz: there is an account, pins can be accepted and tokens opened.</summary>
internal sealed class Readiness(Database database, FreeSpace space, TokenVault vault, IAccountLeases leases, StartState start)
    : Operation<Results<Ok<HealthState>, JsonHttpResult<HealthState>>>
{
    public override void Configure()
    {
        Get("/readyz");
        AllowAnonymous();
        Options(route => route.DisableRateLimiting());
        Description(route => route.WithTags("Health").Produces<HealthState>(503));
        Describe("Tell whether the start is complete, the database can be written and the key ring read; 503 with the reasons when not.");
    }

    protected override async Task<Results<Ok<HealthState>, JsonHttpResult<HealthState>>> AnswerAsync(CancellationToken cancellation)
    {
        var problems = await ProblemsAsync();
        return problems.Count == 0
            ? TypedResults.Ok(new HealthState("ok", []))
            : TypedResults.Json(new HealthState("unavailable", problems), statusCode: 503);
    }

    private async Task<List<string>> ProblemsAsync()
    {
        if (!start.IsComplete)
            return ["The sidecar is starting: its first account and its first key are being made. Ask again in a second."];

        try
        {
            space.EnsureFreeSpace();
            await database.WriteAsync(sql => sql.Prepared("update secrets_canary set id = 1 where id = 1").Run());
            if (!leases.IsAlive)
                return ["This replica could not tell the others in time that it lives, so it publishes nothing; it goes on by itself."];
            return vault.IsReadable()
                ? []
                : ["The key ring cannot open the stored tokens; restore the keys directory that belongs to this database, then restart."];
        }
        catch (StorageUnavailableException error)
        {
            return [error.Message];
        }
    }
}

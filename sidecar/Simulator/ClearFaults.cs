using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Simulator;

/// <summary>DELETE /v1/simulator/faults</summary>
internal sealed class ClearFaults(SimulatorActions actions) : Operation<SimulatorAccountsCall, NoContent>
{
    public override void Configure()
    {
        Delete("/faults");
        Group<SimulatorRoutes>();
        Policies(Scope.Admin);
        Describe("Take back every open order for a fault.");
    }

    public override async Task<NoContent> ExecuteAsync(SimulatorAccountsCall call, CancellationToken ct)
    {
        await actions.ClearAsync(Caller, call.AccountId, ct);
        return TypedResults.NoContent();
    }
}

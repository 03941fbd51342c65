using Connector.Http;
using Connector.Simulator.Control;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Simulator;

/// <summary>DELETE /v1/simulator/faults</summary>
internal sealed class ClearFaults(SimulatorAccounts accounts, SimulatorControl simulator) : Operation<SimulatorAccountsCall, NoContent>
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
        foreach (var account in accounts.Matching(Caller, call.AccountId)) await simulator.ClearFaultsAsync(account.PinterestUserId, ct);
        return TypedResults.NoContent();
    }
}

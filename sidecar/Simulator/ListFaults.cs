using Connector.Http;

namespace Connector.Simulator;

/// <summary>GET /v1/simulator/faults</summary>
internal sealed class ListFaults(SimulatorActions actions) : Operation<SimulatorAccountsCall, FaultList>
{
    public override void Configure()
    {
        Get("/faults");
        Group<SimulatorRoutes>();
        Policies(Scope.Read);
        Describe("List the faults that are ordered, and those that can be.");
    }

    public override Task<FaultList> ExecuteAsync(SimulatorAccountsCall call, CancellationToken ct) =>
        actions.FaultsAsync(Caller, call.AccountId, ct);
}

using Connector.Http;
using Connector.Simulator.Control;
using Connector.Simulator.Faults;

namespace Connector.Simulator;

/// <summary>GET /v1/simulator/faults</summary>
internal sealed class ListFaults(SimulatorAccounts accounts, SimulatorControl simulator) : Operation<SimulatorAccountsCall, FaultList>
{
    public override void Configure()
    {
        Get("/faults");
        Group<SimulatorRoutes>();
        Policies(Scope.Read);
        Describe("List the faults that are ordered, and those that can be.");
    }

    public override async Task<FaultList> ExecuteAsync(SimulatorAccountsCall call, CancellationToken ct)
    {
        var matching = accounts.Matching(Caller, call.AccountId);
        var overview = await simulator.FaultsAsync(ct);
        var theirs = from rule in overview.Orders
                     from account in matching
                     where rule.Account == account.PinterestUserId
                     select OrderedFault.From(account, rule);
        return new FaultList { Items = [.. theirs], Faults = overview.Faults, Operations = overview.Operations };
    }
}

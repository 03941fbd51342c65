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
        var those = accounts.Those(Caller, call.AccountId);
        var book = await simulator.FaultsAsync(ct);
        var theirs = from order in book.Orders
                     from account in those
                     where order.Account == account.PinterestUserId
                     select OrderedFault.From(account, order);
        return new FaultList { Items = [.. theirs], Faults = book.Faults, Operations = book.Operations };
    }
}

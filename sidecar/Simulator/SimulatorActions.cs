using Connector.Http;
using Connector.Simulator.Control;

namespace Connector.Simulator;

/// <summary>What a caller can order of the simulator: the operations of the API and the pages for people do it through this.</summary>
internal sealed class SimulatorActions(SimulatorAccounts accounts, SimulatorControl simulator)
{
    /// <summary>The open orders for one account or all of the caller's, and what can be ordered.</summary>
    public async Task<FaultList> FaultsAsync(Caller caller, string? accountId, CancellationToken cancellation)
    {
        var matching = accounts.Matching(caller, accountId);
        var overview = await simulator.FaultsAsync(cancellation);
        var theirs = from rule in overview.Orders
                     from account in matching
                     where rule.Account == account.PinterestUserId
                     select OrderedFault.From(account, rule);
        return new FaultList { Items = [.. theirs], Faults = overview.Faults, Operations = overview.Operations };
    }

    public async Task<OrderedFault> OrderAsync(Caller caller, OrderFaultRequest request, CancellationToken cancellation)
    {
        var account = accounts.One(caller, request.AccountId);
        return OrderedFault.From(account, await simulator.AddFaultAsync(request.For(account), cancellation));
    }

    /// <summary>Takes back every open order.</summary>
    public async Task ClearAsync(Caller caller, string? accountId, CancellationToken cancellation)
    {
        foreach (var account in accounts.Matching(caller, accountId))
            await simulator.ClearFaultsAsync(account.PinterestUserId, cancellation);
    }

    /// <summary>Puts accounts back to their first day.</summary>
    public async Task ResetAsync(Caller caller, string? accountId, CancellationToken cancellation)
    {
        foreach (var account in accounts.Matching(caller, accountId))
            await simulator.StartOverAsync(account.PinterestUserId, cancellation);
    }
}

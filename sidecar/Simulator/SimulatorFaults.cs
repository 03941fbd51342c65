using System.ComponentModel;
using Connector.Http;
using Connector.Simulator.Faults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Simulator;

/// <summary>GET /v1/simulator/faults</summary>
public sealed class ListFaults : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/faults", Handle).WithName(nameof(ListFaults)).RequireScope(Scope.Read);

    /// <summary>List the faults that are ordered, and those that can be.</summary>
    internal static async Task<FaultList> Handle(
        [FromQuery(Name = "account_id"), Description("A simulator account; all of them if left out.")] string? accountId,
        Caller caller, SimulatorAccounts accounts, SimulatorControl simulator, CancellationToken cancellation)
    {
        var those = accounts.Those(caller, accountId);
        var book = await simulator.FaultsAsync(cancellation);
        var theirs = from order in book.Orders
                     from account in those
                     where order.Account == account.PinterestUserId
                     select OrderedFault.From(account, order);
        return new FaultList { Items = [.. theirs], Faults = book.Faults, Operations = book.Operations };
    }
}

/// <summary>DELETE /v1/simulator/faults</summary>
public sealed class ClearFaults : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/faults", Handle).WithName(nameof(ClearFaults)).RequireScope(Scope.Admin);

    /// <summary>Take back every open order for a fault.</summary>
    internal static async Task<NoContent> Handle(
        [FromQuery(Name = "account_id"), Description("A simulator account; all of them if left out.")] string? accountId,
        Caller caller, SimulatorAccounts accounts, SimulatorControl simulator, CancellationToken cancellation)
    {
        foreach (var account in accounts.Those(caller, accountId)) await simulator.ClearFaultsAsync(account.PinterestUserId, cancellation);
        return TypedResults.NoContent();
    }
}

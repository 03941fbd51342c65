using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Simulator;

/// <summary>What to reset.</summary>
public sealed record ResetSimulatorRequest
{
    /// <summary>A simulator account; all of them if left out.</summary>
    [Text(100, MinimumLength = 1)]
    public string? AccountId { get; init; }
}

/// <summary>POST /v1/simulator/reset</summary>
public sealed class ResetSimulator : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/reset", Handle).WithName(nameof(ResetSimulator)).RequireScope(Scope.Admin);

    /// <summary>Put simulator accounts back to their first day: three empty boards, no faults; the connector keeps its own pins.</summary>
    internal static async Task<NoContent> Handle(
        ResetSimulatorRequest? request, Caller caller, SimulatorAccounts accounts, SimulatorControl simulator, CancellationToken cancellation)
    {
        foreach (var account in accounts.Those(caller, request?.AccountId)) await simulator.StartOverAsync(account.PinterestUserId, cancellation);
        return TypedResults.NoContent();
    }
}

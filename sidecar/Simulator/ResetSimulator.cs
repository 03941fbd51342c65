using Connector.Http;
using FastEndpoints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Simulator;

/// <summary>What to reset.</summary>
public sealed record ResetSimulatorRequest
{
    /// <summary>A simulator account; all of them if left out.</summary>
    [Text(100, MinimumLength = 1), KeepsEmpty]
    public string? AccountId { get; init; }
}

/// <summary>A reset, whose body may be left out.</summary>
public sealed record ResetSimulatorCall
{
    [FromBody, Validated]
    public ResetSimulatorRequest? Body { get; init; }
}

/// <summary>POST /v1/simulator/reset</summary>
internal sealed class ResetSimulator(SimulatorActions actions) : Operation<ResetSimulatorCall, NoContent>
{
    public override void Configure()
    {
        Post("/reset");
        Group<SimulatorRoutes>();
        Policies(Scope.Admin);
        Describe("Put simulator accounts back to their first day: three empty boards, no faults; the connector keeps its own pins.");
    }

    public override async Task<NoContent> ExecuteAsync(ResetSimulatorCall call, CancellationToken ct)
    {
        await actions.ResetAsync(Caller, call.Body?.AccountId, ct);
        return TypedResults.NoContent();
    }
}

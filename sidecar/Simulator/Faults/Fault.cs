using Connector.Simulator.Api;
using Connector.Simulator.Server;

namespace Connector.Simulator.Faults;

/// <summary>One thing that can go wrong: it wraps a call and decides whether and how that is served.</summary>
/// <param name="Operation">The calls it affects unless the rule names others; <c>*</c> stands for any letters.</param>
/// <param name="Description">What happens, as one sentence for people.</param>
/// <param name="Run">Serves the call, given the rule, how long the fault still lasts, and what serves the call without it.</param>
internal sealed record Fault(
    string Operation,
    string Description,
    Func<SimulatedCall, FaultRule, TimeSpan, Func<Task<SimulatorResponse>>, Task<SimulatorResponse>> Run)
{
    /// <summary>It lasts until its seconds are over, rather than happening once.</summary>
    public bool Lasts { get; init; }

    /// <summary>Whether it can affect this call; a call that it cannot affect does not count.</summary>
    public Func<SimulatedCall, bool> IsRelevant { get; init; } = _ => true;

    public static Fault Before(string operation, string description, Action<SimulatedCall, TimeSpan> change) =>
        new(operation, description, (call, _, left, serve) =>
        {
            change(call, left);
            return serve();
        });

    public static Fault After(string operation, string description, Func<SimulatorResponse, TimeSpan, SimulatorResponse> change) =>
        new(operation, description, async (_, _, left, serve) => change(await serve(), left));

    public static Fault Instead(string operation, string description, Func<SimulatorResponse> answer) =>
        new(operation, description, (_, _, _, _) => Task.FromResult(answer()));

    public static Fault Refuse(string operation, string description, Func<Refusal> refusal) =>
        Instead(operation, description, () => refusal().Answer);
}

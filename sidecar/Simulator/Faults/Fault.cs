using Connector.Simulator.Api;
using Connector.Simulator.Server;

namespace Connector.Simulator.Faults;

/// <summary>One thing that can go wrong: it stands around a call and decides whether and how that is served.</summary>
/// <param name="Operation">The calls it befalls unless the order names others; <c>*</c> stands for any letters.</param>
/// <param name="What">What happens, in a line for people.</param>
/// <param name="Run">Given the call, how long the fault has to go, its order, and the rest of the way.</param>
internal sealed record Fault(
    string Operation, string What, Func<SimulatedCall, FaultOrder, TimeSpan, Func<Task<SimulatorResponse>>, Task<SimulatorResponse>> Run)
{
    /// <summary>It goes on until its seconds are over, rather than once.</summary>
    public bool Lasts { get; init; }

    /// <summary>Whether it means anything to this call; one it means nothing to does not use it up.</summary>
    public Func<SimulatedCall, bool> Concerns { get; init; } = _ => true;

    public static Fault Before(string operation, string what, Action<SimulatedCall, TimeSpan> change) =>
        new(operation, what, (call, _, left, serve) =>
    {
        change(call, left);
        return serve();
    });

    public static Fault After(string operation, string what, Func<SimulatorResponse, TimeSpan, SimulatorResponse> change) =>
        new(operation, what, async (_, _, left, serve) => change(await serve(), left));

    public static Fault Instead(string operation, string what, Func<SimulatorResponse> answer) =>
        new(operation, what, (_, _, _, _) => Task.FromResult(answer()));

    public static Fault Refuse(string operation, string what, Func<Refusal> refusal) => Instead(operation, what, () => refusal().Answer);
}

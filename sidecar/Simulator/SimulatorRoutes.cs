using FastEndpoints;

namespace Connector.Simulator;

/// <summary>Where the operations on the simulator are.</summary>
internal sealed class SimulatorRoutes : Group
{
    public SimulatorRoutes() => Configure("/v1/simulator", simulator => simulator.Description(route => route.WithTags("Simulator")));
}

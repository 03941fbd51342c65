namespace Connector.Pinterest;

/// <summary>Which Pinterest an account lives on: the real one, Pinterest's own sandbox, or the simulator inside the sidecar.</summary>
public enum PinterestEnvironment
{
    Production,
    Sandbox,
    Simulator,
}

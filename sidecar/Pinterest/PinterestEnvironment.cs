namespace Connector.Pinterest;

/// <summary>Which Pinterest an account lives on: the real one, Pinterest's own sandbox, or the simulator inside the sidecar.</summary>
public enum PinterestEnvironment
{
    Production,
    Sandbox,
    Simulator,
}

/// <summary>The names of the environments in the API and in the database.</summary>
internal static class PinterestEnvironments
{
    public static string Wire(this PinterestEnvironment environment) => environment.ToString().ToLowerInvariant();
}

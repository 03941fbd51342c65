using Connector.Bench.Queues;

namespace Connector.Bench.Replicas;

/// <summary>A database that several sidecars may have, on a PostgreSQL that keeps what it has confirmed.</summary>
internal static class SharedDatabase
{
    public static Task<Postgres> ServeAsync(Running.Workspace workspace) => Postgres.Programs is null
        ? throw new InvalidOperationException("PostgreSQL is not installed (on Debian: apt-get install postgresql)")
        : Postgres.StartAsync(workspace.NewFolder());

    /// <summary>The settings of a sidecar that has its data there.</summary>
    public static string[] Settings(string connection) =>
        ["Connector:Database:Provider=postgres", $"Connector:Database:ConnectionString={connection}"];
}

using Connector.Tests.Support;

namespace Connector.Tests.Cli;

/// <summary>Runs the command that moves a database.</summary>
internal static class MoveCalls
{
    public static Task<(int Code, string Said)> RunAsync(string folder, string connection) =>
        SidecarProcess.RunAsync(folder, "move", "--to", "postgres", $"--Connector:Database:ConnectionString={connection}");
}

namespace Connector.Cli;

/// <summary>What can be asked for on the command line.</summary>
internal static class CommandLine
{
    public const string Help =
        """
        connector                            serves; settings as --Connector:Section:Name=value
        connector serve                      the same
        connector demo                       a first run against the built-in simulator
        connector keys create|list|revoke    API keys, while the sidecar is stopped
        connector backup FILE                writes everything into one file, also while it runs
        connector restore FILE               makes a data directory out of a backup
        connector health [URL]               asks a running sidecar whether it is alive
        connector help                       prints these commands
        """;
}

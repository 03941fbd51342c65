using Connector.Settings;

namespace Connector.Cli;

/// <summary>What can be asked for on the command line.</summary>
internal static class CommandLine
{
    public const string Help =
        """
        connector                            serves; settings as --Connector:Section:Name=value
        connector serve                      the same
        connector demo                       a first run against the built-in simulator
        connector import FILE                makes pins of a table or a feed, with a running sidecar
        connector keys create|list|revoke    API keys, also while the sidecar runs
        connector backup FILE                writes everything into one file, also while it runs
        connector restore FILE               makes a data directory out of a backup
        connector migrate                    brings the database to this program's schema, and does nothing else
        connector move --to postgres         copies a stopped sidecar's SQLite database into an empty one of PostgreSQL
        connector audit-data [--json]        lists what is stored, who it is from and until when
        connector erase ACCOUNT              removes all that a stopped sidecar keeps of an account
        connector health [URL]               asks a running sidecar whether it is alive
        connector help                       prints these commands
        """;

    private const string Form = "--Connector:Section:Name=value";

    // What the host itself takes, beside the sections of the configuration.
    private static readonly string[] OfTheHost = ["urls", "environment", "contentRoot", "applicationName", "http_ports", "https_ports"];

    /// <summary>A line for each <c>--name</c> that nothing reads.</summary>
    public static IEnumerable<string> Unknown(string[] settings) => settings
        .Where(word => word.StartsWith("--", StringComparison.Ordinal))
        .Select(word => word[2..].Split('=')[0])
        .Where(name => !name.Contains(':', StringComparison.Ordinal) && !OfTheHost.Contains(name, StringComparer.OrdinalIgnoreCase))
        .Select(name => $"There is no setting --{SettingText.Printable(name)}, so it changes nothing. Where the sidecar listens is --urls; "
            + $"all others are written {Form}.");

    /// <summary>A line for each word that is no setting: the framework would pass over it without a word.</summary>
    public static IEnumerable<string> Wrong(string[] settings)
    {
        for (var i = 0; i < settings.Length; i++)
        {
            var word = settings[i];
            var isNamed = word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2;
            if (isNamed && word.Contains('=', StringComparison.Ordinal)) continue;
            if (isNamed && i + 1 < settings.Length && !settings[i + 1].StartsWith("--", StringComparison.Ordinal)) i++;
            else if (isNamed) yield return $"{SettingText.Printable(word)} has no value; settings are written {Form}.";
            else yield return $"\"{SettingText.Printable(word)}\" is not a setting; they are written {Form}.";
        }
    }
}

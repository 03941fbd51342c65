using Connector.Http;

namespace Connector.Cli;

/// <summary>What <c>connector import</c> is asked for.</summary>
internal sealed record ImportArguments(string File, Uri Sidecar)
{
    private static readonly string[] WithValue = ["--map", "--account", "--board", "--format", "--url"];

    private Dictionary<string, string> Options { get; init; } = [];

    public bool IsDryRun { get; init; }

    /// <summary>Null when it cannot be understood.</summary>
    public static ImportArguments? Parse(string[] args)
    {
        if (args is not [var file, .. var rest] || file.StartsWith('-')) return null;

        var options = new Dictionary<string, string>();
        var isDryRun = false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == "--dry-run") isDryRun = true;
            else if (WithValue.Contains(rest[i]) && i + 1 < rest.Length) options[rest[i]] = rest[++i];
            else return null;
        }

        var address = ListenAddress.Reachable(options.GetValueOrDefault("--url") ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS"));
        return Uri.TryCreate(address, UriKind.Absolute, out var sidecar) && sidecar.Scheme is "http" or "https"
            ? new ImportArguments(file, sidecar) { Options = options, IsDryRun = isDryRun }
            : null;
    }

    /// <summary>The fields of the form before its file.</summary>
    public IEnumerable<(string Name, string Value)> Fields()
    {
        if (IsDryRun) yield return ("dry_run", "true");
        yield return ("name", Path.GetFileName(File));
        foreach (var name in new[] { "account", "board", "format" })
            if (Options.TryGetValue($"--{name}", out var value)) yield return (name == "account" ? "account_id" : name, value);
        if (Options.TryGetValue("--map", out var map)) yield return ("map", System.IO.File.ReadAllText(map));
    }
}

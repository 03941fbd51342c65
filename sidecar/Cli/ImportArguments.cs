using Connector.Http;

namespace Connector.Cli;

/// <summary>What <c>connector import</c> is asked for.</summary>
internal sealed record ImportArguments(string File, Uri Sidecar)
{
    private static readonly string[] WithValue = ["--map", "--account", "--board", "--format", "--event-date", "--lead-days", "--url"];

    private static readonly (string Option, string Field)[] Said =
    [
        ("--account", "account_id"), ("--board", "board"), ("--format", "format"), ("--event-date", "event_date"),
        ("--lead-days", "lead_days"),
    ];

    private Dictionary<string, string> Options { get; init; } = [];

    public bool IsDryRun { get; init; }

    public bool IsSpread { get; init; }

    /// <summary>Null when it cannot be understood.</summary>
    public static ImportArguments? Parse(string[] args)
    {
        if (args is not [var file, .. var rest] || file.StartsWith('-')) return null;

        var options = new Dictionary<string, string>();
        var (isDryRun, isSpread) = (false, false);
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == "--dry-run") isDryRun = true;
            else if (rest[i] == "--spread") isSpread = true;
            else if (WithValue.Contains(rest[i]) && i + 1 < rest.Length) options[rest[i]] = rest[++i];
            else return null;
        }

        var address = ListenAddress.Reachable(options.GetValueOrDefault("--url") ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS"));
        return Uri.TryCreate(address, UriKind.Absolute, out var sidecar) && sidecar.Scheme is "http" or "https"
            ? new ImportArguments(file, sidecar) { Options = options, IsDryRun = isDryRun, IsSpread = isSpread }
            : null;
    }

    /// <summary>The fields of the form before its file.</summary>
    public IEnumerable<(string Name, string Value)> Fields()
    {
        if (IsDryRun) yield return ("dry_run", "true");
        if (IsSpread) yield return ("spread", "true");
        yield return ("name", Path.GetFileName(File));
        foreach (var (option, field) in Said)
            if (Options.TryGetValue(option, out var value)) yield return (field, value);
        if (Options.TryGetValue("--map", out var map)) yield return ("map", System.IO.File.ReadAllText(map));
    }
}

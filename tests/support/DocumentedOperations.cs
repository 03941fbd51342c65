using System.Text.RegularExpressions;

namespace Connector.Tests.Support;

/// <summary>The table of operations in the documents.</summary>
public static partial class DocumentedOperations
{
    /// <summary>Each row: such as POST, /v1/pins, publish; the scope is null where no key is needed.</summary>
    public static IReadOnlyList<(string Method, string Path, string? Scope)> Read() =>
    [
        .. Row().Matches(File.ReadAllText(Repository.Path("sidecar", "docs", "operations.md"))).Select(row => (
            row.Groups["method"].Value, row.Groups["path"].Value, row.Groups["scope"].Value is var scope && scope == "–" ? null : scope)),
    ];

    [GeneratedRegex(@"^\| `(?<method>[A-Z]+) (?<path>/[^`]*)` \| (?<scope>\S+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

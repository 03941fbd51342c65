using Connector.Common;

namespace Connector.Boards.Names;

/// <summary>What is cached of a board or section: enough to turn a name into an id, and to say who will see a pin there.</summary>
internal sealed record NamedItem(string Id, string Name, string? Privacy = null);

/// <summary>Finds boards and sections by the names people give them.</summary>
internal static class NameMatching
{
    private const int Shown = 3;

    public static List<NamedItem> Matching(IEnumerable<NamedItem> all, string name)
    {
        var wanted = Fold(name);
        return [.. all.Where(one => Fold(one.Name) == wanted)];
    }

    /// <summary>The names a mistyped one was probably meant to be.</summary>
    public static IReadOnlyList<string> Nearest(IEnumerable<NamedItem> all, string name)
    {
        var wanted = Fold(name);
        return [.. all.Select(one => one.Name).Distinct().OrderBy(other => Spelling.Distance(wanted, Fold(other))).Take(Shown)];
    }

    private static string Fold(string name) => UnicodeNormalizer.Normalize(name.Trim()).ToUpperInvariant();
}

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
        return [.. all.Select(one => one.Name).Distinct().OrderBy(other => Distance(wanted, Fold(other))).Take(Shown)];
    }

    private static string Fold(string name) => UnicodeNormalizer.Normalize(name.Trim()).ToUpperInvariant();

    /// <summary>Edits from one text to the other (Levenshtein); a name that contains the other counts as near.</summary>
    private static int Distance(string one, string other)
    {
        if (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal)) return 1;

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

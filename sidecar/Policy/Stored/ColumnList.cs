using System.Text.RegularExpressions;

namespace Connector.Policy.Stored;

/// <summary>Reads the list of columns: columns.txt says its form.</summary>
internal static partial class ColumnList
{
    private static readonly string[] Origins = ["user", "ours", "pinterest"];

    /// <param name="text">The list.</param>
    /// <param name="periods">How long something is kept, by the name that stands for it in braces.</param>
    /// <exception cref="FormatException">A line is in no form that is known.</exception>
    public static IReadOnlyList<StoredColumn> Read(string text, IReadOnlyDictionary<string, string> periods)
    {
        var columns = new List<StoredColumn>();
        var (table, kept) = ("", "");
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith('#')) continue;
            if (TableLine().Match(line) is { Success: true } head)
                (table, kept) = (head.Groups[1].Value, Filled(head.Groups[2].Value));
            else if (ColumnLine().Match(line) is { Success: true } column && Origins.Contains(column.Groups[2].Value))
                columns.Add(new StoredColumn(
                    table, column.Groups[1].Value, column.Groups[2].Value, column.Groups[3].Value,
                    column.Groups[4].Success ? Filled(column.Groups[4].Value) : kept));
            else throw new FormatException($"This line of the list of columns cannot be read: {line}");
        }

        return columns;

        string Filled(string until) => Period().Replace(until, match => periods[match.Groups[1].Value]);
    }

    [GeneratedRegex(@"^\[(\w+)\] (.+)$")]
    private static partial Regex TableLine();

    [GeneratedRegex(@"^([\w./]+): (\w+): (.+?)(?: -- (.+))?$")]
    private static partial Regex ColumnLine();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Period();
}

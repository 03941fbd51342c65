using System.Text.Json;
using Connector.Pins.Rows;

namespace Connector.Pins.Queues;

/// <summary>The statement that finds a pin of a known id if a filter means it.</summary>
internal static class QueueMatch
{
    private const string IsShown = $"(status in {PinStatusSets.Waiting} or status = '{PinStatus.Publishing}')";

    /// <summary>Its text, and what is bound after the id.</summary>
    public static (string Text, IReadOnlyList<string> Args) Statement(QueueFilter filter)
    {
        // The pin's id is the first.
        var (args, count) = (new List<string>(), 1);
        var where = new List<string> { "id = $1", $"account_id in ({All(filter.AccountIds)})" };
        where.Add(filter.Status is { } status ? $"status = {One(status)}" : IsShown);
        if (filter.BoardIds is { } boards) where.Add($"board_id in ({All(boards)})");
        if (filter.Text is { } text) where.Add(HasText(One(Pattern(text)), One(PatternInJson(text))));
        return ($"select {PinReader.Columns} from pins where {string.Join(" and ", where)}", args);

        // One value, however many there are: each text stays prepared.
        string All(IEnumerable<string> values) => $"select value from json_each({One(JsonSerializer.Serialize(values))})";

        string One(string value)
        {
            args.Add(value);
            return $"${++count}";
        }
    }

    // lower() of the pattern too: it and that of the column fold the same letters, whichever those are.
    private static string HasText(string text, string metadata) =>
        $"""
        (lower(coalesce(title, '')) like lower({text}) escape '\' or lower(coalesce(link_url, '')) like lower({text}) escape '\'
            or lower(coalesce(metadata, '')) like lower({metadata}) escape '\')
        """;

    private static string Pattern(string text) => $"%{Escaped(text)}%";

    /// <summary>The same in metadata, which is stored as JSON with its escapes.</summary>
    private static string PatternInJson(string text) => $"%{Escaped(JsonSerializer.Serialize(text)[1..^1])}%";

    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}

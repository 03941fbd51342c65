using System.Text.Json;
using Connector.Storage;

namespace Connector.Pins.Rows;

/// <summary>The entries of a pin's metadata as rows of their own, by which lists of pins find it.</summary>
internal static class PinMetadata
{
    private const int LongestValue = 100;

    /// <summary>Adds those of new pins; triggers keep them from then on, see the migration.</summary>
    public static void Add(Sql sql, IEnumerable<PinRow> rows)
    {
        var entries = rows.Where(row => row.Metadata is not null).SelectMany(row => EntriesOf(row).Select(entry => (row, entry))).ToList();
        if (entries.Count == 0) return;

        sql.Prepared("insert into pin_metadata (workspace, entry, pin_id) values ($1, $2, $3) on conflict do nothing")
            .InsertEach(entries, (statement, it) => statement.Bind(it.row.WorkspaceId).Bind(it.entry).Bind(it.row.Id));
    }

    private static IEnumerable<string> EntriesOf(PinRow row) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.Metadata!)!.Select(pair => $"{pair.Key}={Beginning(pair.Value)}");

    // Characters as the database counts them.
    private static string Beginning(string value) =>
        value.Length <= LongestValue ? value : string.Concat(value.EnumerateRunes().Take(LongestValue));
}

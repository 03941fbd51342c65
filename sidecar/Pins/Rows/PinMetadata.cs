using System.Text.Json;
using Connector.Storage;

namespace Connector.Pins.Rows;

/// <summary>The entries of a pin's metadata as rows of their own, by which lists of pins find it.</summary>
internal static class PinMetadata
{
    private const int LongestValue = 100;

    /// <summary>Adds those of a new pin; triggers keep them from then on, see the migration.</summary>
    public static void Add(Sql sql, PinRow row)
    {
        if (row.Metadata is null) return;
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(row.Metadata)!)
        {
            sql.Prepared("insert into pin_metadata (workspace, entry, pin_id) values ($1, $2, $3) on conflict do nothing")
                .Bind(row.WorkspaceId).Bind($"{key}={Beginning(value)}").Bind(row.Id)
                .Run();
        }
    }

    // Characters as the database counts them.
    private static string Beginning(string value) =>
        value.Length <= LongestValue ? value : string.Concat(value.EnumerateRunes().Take(LongestValue));
}

namespace Connector.Policy.Text;

/// <summary>What is stored, in lines for people: all that is Pinterest's, and the periods of the rest.</summary>
internal static class StoredText
{
    public static IEnumerable<string> FromPinterest(IEnumerable<StoredColumn> stored) => stored
        .Where(column => column.From == "pinterest")
        .Select(column => $"- {MarkdownText.Escape(column.Holds)} (`{column.Table}.{column.Column}`): {column.Until}");

    public static IEnumerable<string> FromUsers(IEnumerable<StoredColumn> stored) => stored
        .Where(column => column.From == "user")
        .GroupBy(column => (column.Table, column.Until))
        .Select(table => $"- `{table.Key.Table}`: {string.Join(", ", table.Select(column => column.Column.Replace('_', ' ')))}. "
            + $"Kept {table.Key.Until}.");
}

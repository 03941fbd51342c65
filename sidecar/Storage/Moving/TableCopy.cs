using System.Data.Common;
using Connector.Common;
using Connector.Storage.Postgres;

namespace Connector.Storage.Moving;

/// <summary>Copies a table row by row, holding one row at a time, and reads it back.</summary>
internal static class TableCopy
{
    /// <summary>Copies all rows; returns how many.</summary>
    /// <param name="table">Which.</param>
    /// <param name="source">Where it is read.</param>
    /// <param name="target">Where it is written.</param>
    /// <param name="count">Is told how many rows were copied so far.</param>
    /// <exception cref="CommandException">What was written is not what was read.</exception>
    public static long Run(MovedTable table, Sql source, Sql target, Action<long> count)
    {
        using var read = new TableContent();
        using (var import = new PostgresImport(target, table.Name, table.List))
        {
            Each(table, source, row =>
            {
                read.Add(row);
                import.Add(row, table.Columns);
                count(read.Rows);
            });
            import.Complete();
        }

        using var written = new TableContent();
        Each(table, target, row => written.Add(row));
        return read.IsSameAs(written)
            ? read.Rows
            : throw new CommandException($"Table {table.Name} is not the same in PostgreSQL ({written.Rows} rows) as in the data directory "
                + $"({read.Rows} rows). Nothing was moved; this is an error of the connector, so please report it.");
    }

    private static void Each(MovedTable table, Sql sql, Action<object?[]> act)
    {
        var row = new object?[table.Columns.Count];
        sql.Each(table.Select, reader =>
        {
            for (var i = 0; i < row.Length; i++) row[i] = Value(table, i, reader);
            act(row);
        });
    }

    private static object? Value(MovedTable table, int index, DbDataReader reader) =>
        (table.Columns[index].Kind, reader.GetValue(index)) switch
        {
            (_, DBNull) => null,
            (ColumnKind.Text, string text) => PostgresArguments.Text(text),
            (ColumnKind.Bigint or ColumnKind.Integer, long number) => number,
            (ColumnKind.Integer, int number) => (long)number,
            (ColumnKind.Bytes, byte[] bytes) => bytes,
            var (kind, other) => throw new CommandException(
                $"In table {table.Name}, column {table.Columns[index].Name}, there is a value that is not {kind} but "
                    + $"{other.GetType().Name}. Nothing was moved; this is an error of the connector, so please report it."),
        };
}

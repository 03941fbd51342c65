using Connector.Storage.Moving;
using Npgsql;
using NpgsqlTypes;

namespace Connector.Storage.Postgres;

/// <summary>Fills a table with COPY, as rows come; nothing stays unless it is completed.</summary>
internal sealed class PostgresImport(Sql sql, string table, string columns) : IDisposable
{
    // At its end the server checks every reference of every row.
    private static readonly TimeSpan Most = TimeSpan.FromHours(6);

    private readonly NpgsqlBinaryImporter _rows = Begin(sql, table, columns);

    public void Add(ReadOnlySpan<object?> row, IReadOnlyList<MovedColumn> columns)
    {
        _rows.StartRow();
        for (var i = 0; i < row.Length; i++) Add(row[i], columns[i].Kind);
    }

    public void Complete() => _rows.Complete();

    public void Dispose() => _rows.Dispose();

    private static NpgsqlBinaryImporter Begin(Sql sql, string table, string columns)
    {
        var rows = ((PostgresMapped)sql.Connection).Mapped.BeginBinaryImport($"copy {table} ({columns}) from stdin (format binary)");
        rows.Timeout = Most;
        return rows;
    }

    private void Add(object? value, ColumnKind kind)
    {
        switch (value)
        {
            case null:
                _rows.WriteNull();
                break;
            case string text:
                _rows.Write(text, NpgsqlDbType.Text);
                break;
            case byte[] bytes:
                _rows.Write(bytes, NpgsqlDbType.Bytea);
                break;
            case long number when kind == ColumnKind.Integer:
                _rows.Write(checked((int)number), NpgsqlDbType.Integer);
                break;
            default:
                _rows.Write((long)value, NpgsqlDbType.Bigint);
                break;
        }
    }
}

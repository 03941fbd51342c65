using Npgsql;
using NpgsqlTypes;

namespace Connector.Storage.Postgres;

/// <summary>A statement that Npgsql prepares on the server by itself once it has run twice.</summary>
internal sealed class PostgresStatement(NpgsqlConnection connection, string text) : Statement
{
    private readonly NpgsqlCommand _command = new(text, connection);
    private NpgsqlDataReader? _rows;
    private int _bound;

    public override Statement Bind(string? value) => Bind(NpgsqlDbType.Text, value is null ? null : PostgresArguments.Text(value));

    public override Statement Bind(long? value) => Bind(NpgsqlDbType.Bigint, value);

    public override Statement Bind(byte[]? value) => Bind(NpgsqlDbType.Bytea, value);

    public override int Run() => _command.ExecuteNonQuery();

    public override string? Text(int column) => _rows!.IsDBNull(column) ? null : _rows.GetString(column);

    public override long? Number(int column) => _rows!.IsDBNull(column) ? null : _rows.GetInt64(column);

    public override void Dispose() => _command.Dispose();

    internal override Statement Again()
    {
        _bound = 0;
        return this;
    }

    protected override bool Next() => (_rows ??= _command.ExecuteReader()).Read();

    protected override void Reset()
    {
        _rows?.Dispose();
        _rows = null;
    }

    private PostgresStatement Bind(NpgsqlDbType type, object? value)
    {
        if (_bound == _command.Parameters.Count) _command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        _command.Parameters[_bound++].Value = value ?? DBNull.Value;
        return this;
    }
}

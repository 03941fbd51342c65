using Npgsql;
using NpgsqlTypes;

namespace Connector.Storage.Postgres;

/// <summary>A statement that Npgsql prepares on the server by itself once it has run twice.</summary>
/// <param name="connection">The connection.</param>
/// <param name="text">Its parameters are by position.</param>
/// <param name="prepares">False behind a pooler that knows no prepared statements.</param>
internal sealed class PostgresStatement(NpgsqlConnection connection, string text, bool prepares) : Statement
{
    // More at once would only take memory: the way to the server is short beside what it does for so many.
    private const int MostAtOnce = 64;

    private readonly NpgsqlCommand _command = new(text, connection);
    private readonly List<NpgsqlBatchCommand> _commands = [];
    private NpgsqlParameterCollection? _values;
    private NpgsqlDataReader? _rows;
    private PostgresRows? _rowsToAdd;
    private int _bound;

    public override Statement Bind(string? value) => Bind(NpgsqlDbType.Text, value is null ? null : PostgresArguments.Text(value));

    public override Statement Bind(long? value) => Bind(NpgsqlDbType.Bigint, value);

    public override Statement Bind(byte[]? value) => Bind(NpgsqlDbType.Bytea, value);

    public override int Run() => _command.ExecuteNonQuery();

    public override int InsertEach<TItem>(IReadOnlyList<TItem> items, Action<Statement, TItem> bind)
    {
        if (items.Count == 0) return 0;

        _rowsToAdd ??= new PostgresRows(text, connection);
        for (var i = 0; i < items.Count; i++)
        {
            bind(Again(), items[i]);
            _rowsToAdd.Set(i, items.Count, _command.Parameters);
        }

        return _rowsToAdd.Run();
    }

    public override IReadOnlyList<List<T>> QueryEach<TItem, T>(
        IReadOnlyList<TItem> items, Action<Statement, TItem> bind, Func<Statement, T> read)
    {
        var all = new List<List<T>>(items.Count);
        foreach (var some in items.Chunk(MostAtOnce))
        {
            using var batch = Batch(some, bind);
            try
            {
                _rows = batch.ExecuteReader();
                do
                {
                    var rows = new List<T>();
                    while (_rows.Read()) rows.Add(read(this));
                    all.Add(rows);
                }
                while (_rows.NextResult());
            }
            finally
            {
                Reset();
            }
        }

        return all;
    }

    public override string? Text(int column) => _rows!.IsDBNull(column) ? null : _rows.GetString(column);

    public override long? Number(int column) => _rows!.IsDBNull(column) ? null : _rows.GetInt64(column);

    public override void Dispose()
    {
        _rowsToAdd?.Dispose();
        _command.Dispose();
    }

    internal override Statement Again()
    {
        (_values, _bound) = (_command.Parameters, 0);
        return this;
    }

    protected override bool Next() => (_rows ??= _command.ExecuteReader()).Read();

    protected override void Reset()
    {
        _rows?.Dispose();
        _rows = null;
    }

    private NpgsqlBatch Batch<TItem>(TItem[] items, Action<Statement, TItem> bind)
    {
        var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < items.Length; i++)
        {
            if (i == _commands.Count) _commands.Add(new NpgsqlBatchCommand(text));
            (_values, _bound) = (_commands[i].Parameters, 0);
            bind(this, items[i]);
            batch.BatchCommands.Add(_commands[i]);
        }

        // Npgsql prepares no batch by itself; what is prepared on the connection already is found there.
        if (prepares) batch.Prepare();
        return batch;
    }

    private PostgresStatement Bind(NpgsqlDbType type, object? value)
    {
        if (_bound == _values!.Count) _values.Add(new NpgsqlParameter { NpgsqlDbType = type });
        _values[_bound++].Value = value ?? DBNull.Value;
        return this;
    }
}

using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Connector.Storage.Sqlite;

/// <summary>A statement of SQLite without ADO.NET between, which takes a sixth of the time of an accepted pin.</summary>
/// <remarks>https://www.sqlite.org/c3ref/stmt.html</remarks>
internal sealed class SqliteStatement : Statement
{
    private const int OnStack = 1024;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public SqliteStatement(sqlite3 database, string text)
    {
        _database = database;
        Ensure(raw.sqlite3_prepare_v3(database, text, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public override Statement Bind(long? value)
    {
        Ensure(value is { } number
            ? raw.sqlite3_bind_int64(_statement, ++_bound, number)
            : raw.sqlite3_bind_null(_statement, ++_bound));
        return this;
    }

    public override Statement Bind(string? value)
    {
        // An empty span has no address, which SQLite takes for null.
        if (value is null) Ensure(raw.sqlite3_bind_null(_statement, ++_bound));
        else if (value.Length == 0) Ensure(raw.sqlite3_bind_text(_statement, ++_bound, value));
        else BindUtf8(value);
        return this;
    }

    public override Statement Bind(byte[]? value)
    {
        // SQLite copies it.
        Ensure(value is null ? raw.sqlite3_bind_null(_statement, ++_bound) : raw.sqlite3_bind_blob(_statement, ++_bound, value));
        return this;
    }

    public override int Run()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) Fail(code);
        Reset();
        return raw.sqlite3_changes(_database);
    }

    public override string? Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public override long? Number(int column) => IsNull(column) ? null : raw.sqlite3_column_int64(_statement, column);

    public override void Dispose() => _statement.Dispose();

    internal override Statement Again()
    {
        _bound = 0;
        return this;
    }

    protected override bool Next() => raw.sqlite3_step(_statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var code => Fail(code),
    };

    protected override void Reset() => raw.sqlite3_reset(_statement);

    private bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    private void BindUtf8(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = most > OnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[OnStack];
        // SQLite copies it.
        Ensure(raw.sqlite3_bind_text(_statement, ++_bound, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    private bool Fail(int code)
    {
        try
        {
            SqliteException.ThrowExceptionForRC(code, _database);
            return false;
        }
        finally
        {
            Reset();
        }
    }

    private void Ensure(int code)
    {
        if (code != raw.SQLITE_OK) Fail(code);
    }
}

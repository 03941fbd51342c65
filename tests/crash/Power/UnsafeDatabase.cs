using Connector.Storage;
using Connector.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Connector.Crash.Power;

/// <summary>A database that answers before anything is on disk: the control, in which power cuts must find damage.</summary>
internal sealed class UnsafeDatabase : Database
{
    private readonly SqliteDatabase _reads;
    private readonly SqliteSession _connection;
    private readonly SemaphoreSlim _mutex = new(1);

    public UnsafeDatabase(DataDirectory directory, StorageHealth health)
    {
        _reads = new SqliteDatabase(directory, health);
        _connection = new SqliteSession(directory.DatabaseFile, SqliteOpenMode.ReadWriteCreate, new SqliteCounts());
        _connection.Open();
        _connection.Execute("pragma journal_mode = wal; pragma synchronous = off; pragma foreign_keys = on;");
    }

    public override T Read<T>(Func<Sql, T> read) => _reads.Read(read);

    public override async Task<T> WriteAsync<T>(Func<Sql, T> write, WriteKind kind)
    {
        await _mutex.WaitAsync();
        try
        {
            _connection.Sql.Prepared("begin immediate").Run();
            var result = write(_connection.Sql);
            _connection.Sql.Prepared("commit").Run();
            return result;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _reads.DisposeAsync();
        _mutex.Dispose();
    }
}

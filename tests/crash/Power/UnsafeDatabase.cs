using Connector.Storage;
using Connector.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Connector.Crash.Power;

/// <summary>A database that answers before anything is on disk: the control, in which power cuts must find damage.</summary>
internal sealed class UnsafeDatabase : Database
{
    private readonly SqliteDatabase _reads;
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _mutex = new(1);

    public UnsafeDatabase(DataDirectory directory, StorageHealth health)
    {
        _reads = new SqliteDatabase(directory, health);
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = directory.DatabaseFile, Pooling = false }.ToString());
        _connection.Open();
        _connection.Execute("pragma journal_mode = wal; pragma synchronous = off; pragma foreign_keys = on;");
    }

    public override T Read<T>(Func<Sql, T> read) => _reads.Read(read);

    public override async Task<T> WriteAsync<T>(Func<Sql, T> write)
    {
        await _mutex.WaitAsync();
        try
        {
            await using var transaction = _connection.BeginTransaction();
            var result = write(new Sql(_connection));
            await transaction.CommitAsync();
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

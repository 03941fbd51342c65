using Dapper;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>The writing connection with its transaction and savepoints; reopened after an error that leaves it in doubt.</summary>
internal sealed class SqliteWriterConnection(string file, bool isGuest) : IDisposable
{
    private SqliteConnection? _connection;
    private Sql? _sql;

    // A file that disappears later is not replaced by an empty one: a volume that was unmounted may come back.
    private SqliteOpenMode _mode = isGuest ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate;

    /// <summary>Commits what the delegate did, or nothing of it; returns what it announced.</summary>
    public List<string> InTransaction(Action<Sql> work)
    {
        var sql = Open();
        sql.TakeAnnounced();
        sql.Repeat("begin immediate");
        try
        {
            work(sql);
            sql.Repeat("commit");
            return sql.TakeAnnounced();
        }
        catch (SingleWriteFailedException)
        {
            sql.Repeat("rollback");
            throw;
        }
    }

    /// <summary>Runs one write of the group; its own failure rolls back only this write, a failure of the disk fails the group.</summary>
    public static void InSavepoint(SqliteWrite write, Sql sql, bool alone)
    {
        if (!alone) sql.Repeat("savepoint one");
        try
        {
            write.Run(sql);
            if (!alone) sql.Repeat("release one");
        }
        catch (Exception error) when (!StorageHealth.IsDiskFailure(error))
        {
            write.Fail(error);
            if (alone) throw new SingleWriteFailedException();
            sql.Repeat("rollback to one");
            sql.Repeat("release one");
        }
    }

    /// <summary>Closes the connection: after a failed commit its state is unknown.</summary>
    public void Abandon()
    {
        _connection?.Dispose();
        (_connection, _sql) = (null, null);
    }

    public void Dispose()
    {
        if (_connection is null) return;
        try
        {
            if (!isGuest) _connection.Execute("pragma wal_checkpoint(truncate)");
        }
        catch (SqliteException)
        {
            // When the disk is full the log stays, and the next start reads it.
        }

        _connection.Dispose();
    }

    private Sql Open()
    {
        if (_sql is not null) return _sql;

        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = _mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute(
                """
                pragma journal_mode = wal;
                pragma synchronous = full;
                pragma foreign_keys = on;
                pragma wal_autocheckpoint = 2000;
                """);
            if (isGuest) connection.Execute("pragma wal_autocheckpoint = 0");
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        _mode = SqliteOpenMode.ReadWrite;
        _connection = connection;
        return _sql = new Sql(connection);
    }
}

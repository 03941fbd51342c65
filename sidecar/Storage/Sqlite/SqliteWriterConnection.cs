using Connector.Storage.Writes;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>The writing connection with its transaction and savepoints; reopened after an error that leaves it in doubt.</summary>
internal sealed class SqliteWriterConnection(string file, SqliteCounts counts, bool isGuest) : IDisposable
{
    private SqliteSession? _session;

    // A file that disappears later is not replaced by an empty one: a volume that was unmounted may come back.
    private SqliteOpenMode _mode = isGuest ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate;

    /// <summary>Commits what the delegate did, or nothing of it; returns what it announced.</summary>
    public IReadOnlyList<string> InTransaction(Action<Sql> work)
    {
        var sql = (_session ??= Open()).Sql;
        counts.AddTransaction();
        sql.TakeAnnounced();
        sql.Prepared("begin immediate").Run();
        try
        {
            work(sql);
            sql.Prepared("commit").Run();
            return sql.TakeAnnounced();
        }
        catch (SingleWriteFailedException)
        {
            sql.Prepared("rollback").Run();
            throw;
        }
    }

    /// <summary>Runs one write of the group; its own failure rolls back only this write, a failure of the disk fails the group.</summary>
    public static void Run(QueuedWrite write, Sql sql, bool alone)
    {
        var needsSavepoint = !alone && !write.IsPlain;
        if (needsSavepoint) sql.Prepared("savepoint one").Run();
        try
        {
            write.Run(sql);
            if (needsSavepoint) sql.Prepared("release one").Run();
        }
        catch (Exception error) when (!StorageHealth.IsDiskFailure(error))
        {
            write.Fail(error);
            if (alone) throw new SingleWriteFailedException();
            if (!needsSavepoint) return;
            sql.Prepared("rollback to one").Run();
            sql.Prepared("release one").Run();
        }
    }

    /// <summary>Closes the connection: after a failed commit its state is unknown.</summary>
    public void Abandon()
    {
        _session?.Dispose();
        _session = null;
    }

    public void Dispose()
    {
        if (_session is null) return;
        try
        {
            if (!isGuest) _session.Run("pragma wal_checkpoint(truncate)");
        }
        catch (SqliteException)
        {
            // When the disk is full the log stays, and the next start reads it.
        }

        _session.Dispose();
    }

    private SqliteSession Open()
    {
        var session = new SqliteSession(file, _mode, counts);
        try
        {
            session.Open();
            // secure_delete: what was deleted, such as a token, must not be found in the file.
            session.Run(
                """
                pragma journal_mode = wal;
                pragma synchronous = full;
                pragma foreign_keys = on;
                pragma wal_autocheckpoint = 2000;
                pragma temp_store = memory;
                pragma secure_delete = on;
                pragma cache_size = -16000;
                """);
            if (isGuest) session.Run("pragma wal_autocheckpoint = 0");
        }
        catch
        {
            session.Dispose();
            throw;
        }

        _mode = SqliteOpenMode.ReadWrite;
        return session;
    }
}

using Connector.Common;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>Runs queries on read-only connections to one SQLite file, which stay open with what they have prepared.</summary>
internal sealed class SqliteReader : IDisposable
{
    // Reads do not wait for anything but the disk, so hardly more run at once; each takes up to 2 MB.
    private const int MostOpen = 16;

    private readonly Stack<SqliteSession> _idle = new();
    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly SqliteCounts _counts;
    private readonly StorageHealth? _health;
    private bool _isClosed;

    /// <param name="file">The database file.</param>
    /// <param name="counts">Counts what is done.</param>
    /// <param name="health">How writes go; null for a reader that is used once.</param>
    public SqliteReader(string file, SqliteCounts counts, StorageHealth? health = null)
    {
        SqlTypes.Register();
        (_file, _counts, _health) = (file, counts, health);
    }

    /// <exception cref="StorageUnavailableException">The disk or the file is at fault.</exception>
    public T Read<T>(Func<Sql, T> read)
    {
        _counts.AddRead();
        SqliteSession? session = null;
        try
        {
            session = Take();
            var result = read(session.Sql);
            Keep(session);
            return result;
        }
        catch (Exception error)
        {
            // After an error nobody knows what state it is in.
            session?.Dispose();
            if (error is SqliteException failed && StorageHealth.IsDiskFailure(failed))
                throw new StorageUnavailableException(StorageHealth.Describe(failed), failed);
            throw;
        }
    }

    /// <summary>Closes what is idle: on a disk that has failed an open reader can keep the writer from going on.</summary>
    /// <remarks>Connections of a process share the index of the log, which one that was opened read-only makes read-only for all.</remarks>
    public void CloseIdle()
    {
        lock (_gate)
            while (_idle.TryPop(out var session)) session.Dispose();
    }

    /// <summary>Closes what is idle now; what still reads is closed when it ends.</summary>
    public void Dispose()
    {
        lock (_gate) _isClosed = true;
        CloseIdle();
    }

    private SqliteSession Take()
    {
        lock (_gate)
            if (_idle.TryPop(out var idle)) return idle;

        var session = new SqliteSession(_file, SqliteOpenMode.ReadOnly, _counts);
        session.Open();
        return session;
    }

    private void Keep(SqliteSession session)
    {
        lock (_gate)
        {
            if (!_isClosed && _health?.Problem is null && _idle.Count < MostOpen)
            {
                _idle.Push(session);
                return;
            }
        }

        session.Dispose();
    }
}

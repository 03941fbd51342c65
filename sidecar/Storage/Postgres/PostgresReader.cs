using Connector.Common;
using Npgsql;

namespace Connector.Storage.Postgres;

/// <summary>Runs queries on connections that stay open with what was prepared on them.</summary>
internal sealed class PostgresReader(NpgsqlDataSource source, PostgresHealth health) : IDisposable
{
    // A server has a hundred connections for everybody unless it is told otherwise.
    private const int Most = 16;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    // A query inside of a query needs no second place, or two that wait for one another would wait for ever.
    [ThreadStatic]
    private static int _depth;

    private readonly Stack<PostgresSession> _idle = new();
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _places = new(Most);
    private bool _isClosed;

    /// <exception cref="StorageUnavailableException">The server or the way to it is at fault.</exception>
    public T Read<T>(Func<Sql, T> read)
    {
        var isInner = _depth > 0;
        if (!isInner && !_places.Wait(LongestWait)) throw new StorageUnavailableException("Too many queries wait for the database server.");
        _depth++;
        try
        {
            return ReadOnOne(read);
        }
        finally
        {
            _depth--;
            if (!isInner) _places.Release();
        }
    }

    public void Dispose()
    {
        lock (_gate) _isClosed = true;
        CloseIdle();
    }

    private T ReadOnOne<T>(Func<Sql, T> read)
    {
        while (true)
        {
            PostgresSession? session = null;
            try
            {
                session = Take();
                var result = session.Read(read);
                Keep(session);
                return result;
            }
            catch (Exception error)
            {
                // After an error nobody knows what state it is in.
                var mayBeStale = session?.IsUsed is true;
                session?.Dispose();
                if (PostgresErrors.IsOutdatedPlan(error)) CloseIdle();
                else if (!PostgresErrors.IsUnavailable(error)) throw;
                else if (mayBeStale) CloseIdle();
                else throw Unavailable(error);
            }
        }
    }

    private StorageUnavailableException Unavailable(Exception error)
    {
        health.Failed(error);
        return PostgresErrors.Unavailable(error);
    }

    private PostgresSession Take()
    {
        lock (_gate)
            if (_idle.TryPop(out var idle)) return idle;

        return PostgresSession.Open(source);
    }

    private void Keep(PostgresSession session)
    {
        lock (_gate)
        {
            if (!_isClosed && _idle.Count < Most)
            {
                _idle.Push(session);
                return;
            }
        }

        session.Dispose();
    }

    private void CloseIdle()
    {
        lock (_gate)
            while (_idle.TryPop(out var session)) session.Dispose();
    }
}

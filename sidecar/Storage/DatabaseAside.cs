using System.Data;
using Connector.Storage.Postgres;

namespace Connector.Storage;

/// <summary>One connection to PostgreSQL for one thread, which waits behind nothing that the others do.</summary>
internal sealed class DatabaseAside(PostgresSource source) : IDisposable
{
    private PostgresSession? _session;

    /// <summary>Runs a transaction at once; after a failure the next one has a new connection.</summary>
    public T Run<T>(Func<Sql, T> work)
    {
        try
        {
            _session ??= PostgresSession.OpenAside(source);
            using var transaction = _session.Begin(IsolationLevel.ReadCommitted);
            var result = work(_session.Sql);
            transaction.Commit();
            return result;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }
}

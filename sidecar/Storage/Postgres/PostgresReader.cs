using Connector.Common;

namespace Connector.Storage.Postgres;

/// <summary>Runs queries on connections of the pool, which stay open with what was prepared on them.</summary>
internal sealed class PostgresReader(PostgresSource source, PostgresHealth health)
{
    /// <exception cref="StorageUnavailableException">The server or the way to it is at fault.</exception>
    public T Read<T>(Func<Sql, T> read)
    {
        for (var mayRepeat = true; ; mayRepeat = false)
        {
            try
            {
                using var session = PostgresSession.Open(source);
                return read(session.Sql);
            }
            catch (Exception error) when (mayRepeat && PostgresErrors.MayBeStale(error))
            {
                // The server may have closed a connection of the pool; with the first that fails, the pool is emptied.
            }
            catch (Exception error) when (PostgresErrors.IsUnavailable(error))
            {
                health.Failed(error);
                throw PostgresErrors.Unavailable(error);
            }
        }
    }
}

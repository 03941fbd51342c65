using Connector.Common;

namespace Connector.Storage.Postgres;

/// <summary>Runs queries on connections of the pool, which stay open with what was prepared on them.</summary>
internal sealed class PostgresReader(PostgresSource source, PostgresHealth health)
{
    private const int MostTries = 5;

    /// <exception cref="StorageUnavailableException">The server or the way to it is at fault.</exception>
    public T Read<T>(Func<Sql, T> read)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var session = PostgresSession.Open(source);
                return read(session.Sql);
            }
            catch (Exception error) when (tries == 1 && PostgresErrors.MayBeStale(error))
            {
                // The server may have closed a connection of the pool; with the first that fails, the pool is emptied.
            }
            catch (Exception error) when (tries < MostTries && PostgresErrors.IsTooSlow(error))
            {
                // A busy machine lets a process stand still more than once.
            }
            catch (Exception error) when (PostgresErrors.IsUnavailable(error))
            {
                health.Failed(error);
                throw PostgresErrors.Unavailable(error);
            }
        }
    }
}

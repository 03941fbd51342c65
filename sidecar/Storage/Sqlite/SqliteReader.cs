using Connector.Common;
using Microsoft.Data.Sqlite;

namespace Connector.Storage.Sqlite;

/// <summary>Runs queries on read-only connections to one SQLite file.</summary>
internal sealed class SqliteReader
{
    private readonly string _connection;

    public SqliteReader(string file, bool pooling)
    {
        SqlTypes.Register();
        _connection = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = pooling }.ToString();
    }

    /// <exception cref="StorageUnavailableException">The disk or the file is at fault.</exception>
    public T Read<T>(Func<Sql, T> read)
    {
        try
        {
            using var connection = new SqliteConnection(_connection);
            connection.Open();
            return read(new Sql(connection));
        }
        catch (SqliteException error) when (StorageHealth.IsDiskFailure(error))
        {
            throw new StorageUnavailableException(StorageHealth.Describe(error), error);
        }
    }

    /// <summary>Closes the connections that the pool keeps open.</summary>
    public void ClearPool()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }
}

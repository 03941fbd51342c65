using Connector.Storage;
using Connector.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Connector.Bench.Running;

/// <summary>
/// What writing would cost without groups, as most programs do it: each write opens a pooled connection and commits a transaction of its
/// own.
/// </summary>
internal sealed class OneByOneDatabase(SqliteDatabase reads, DataDirectory directory) : Database
{
    private readonly string _file = new SqliteConnectionStringBuilder { DataSource = directory.DatabaseFile }.ToString();

    public override T Read<T>(Func<Sql, T> read) => reads.Read(read);

    public override Task<T> WriteAsync<T>(Func<Sql, T> write)
    {
        using var connection = new SqliteConnection(_file);
        connection.Open();
        connection.Execute("pragma synchronous = full");
        var sql = new Sql(connection);
        sql.Execute("begin immediate");
        try
        {
            var result = write(sql);
            sql.Execute("commit");
            return Task.FromResult(result);
        }
        catch
        {
            sql.Execute("rollback");
            throw;
        }
    }

    public override ValueTask DisposeAsync() => reads.DisposeAsync();
}

using Connector.Storage;
using Connector.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Connector.Bench.Running;

/// <summary>
/// What writing would cost without groups, as most programs do it: each write opens a connection and commits a transaction of its
/// own.
/// </summary>
internal sealed class OneByOneDatabase(SqliteDatabase reads, DataDirectory directory) : Database
{
    public override T Read<T>(Func<Sql, T> read) => reads.Read(read);

    public override Task<T> WriteAsync<T>(Func<Sql, T> write, WriteKind kind)
    {
        using var connection = new SqliteSession(directory.DatabaseFile, SqliteOpenMode.ReadWriteCreate, new SqliteCounts());
        connection.Open();
        connection.Execute("pragma synchronous = full");
        var sql = connection.Sql;
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

using Connector.Storage;
using Connector.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Support;

/// <summary>A database of this program's schema in a directory of its own, of the engine that the tests run on.</summary>
internal sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly string _path;

    private TemporaryDatabase(string path)
    {
        _path = path;
        Directory = new DataDirectory(Options.Create(new StorageOptions { DataDirectory = _path }));
        Sql = TestDatabase.IsPostgres
            ? TestDatabase.Open(TestDatabase.Source(_path))
            : new SqliteDatabase(Directory, new StorageHealth(NullLogger<StorageHealth>.Instance));
    }

    public DataDirectory Directory { get; }

    public Database Sql { get; }

    /// <summary>For tests that are about SQLite.</summary>
    public SqliteDatabase Sqlite => (SqliteDatabase)Sql;

    public long WalBytes => new FileInfo(Directory.DatabaseFile + "-wal").Length;

    public static async Task<TemporaryDatabase> CreateAsync(string? path = null)
    {
        var made = new TemporaryDatabase(path ?? System.IO.Directory.CreateTempSubdirectory("connector-db-").FullName);
        await Migrations.ApplyAsync(made.Sql);
        await made.Sql.WriteAsync(sql => sql.Execute("create table if not exists notes (id integer primary key, text text not null)"));
        return made;
    }

    /// <summary>One of the schema that the program had earlier.</summary>
    public static async Task<TemporaryDatabase> CreateOldAsync(int version)
    {
        var made = new TemporaryDatabase(System.IO.Directory.CreateTempSubdirectory("connector-db-").FullName);
        if (TestDatabase.IsPostgres) await TestDatabase.EmptyAsync(made._path);
        await OldSchema.ApplyAsync(made.Sql, version);
        return made;
    }

    public long CountNotes() => Sql.Read(sql => sql.Find<long>("select count(*) from notes"));

    public async ValueTask DisposeAsync()
    {
        await Sql.DisposeAsync();
        Directory.Dispose();
        if (Path.GetFileName(_path).StartsWith("connector-db-", StringComparison.Ordinal))
            System.IO.Directory.Delete(_path, recursive: true);
        if (TestDatabase.IsPostgres) await TestDatabase.DropAsync(_path);
    }
}

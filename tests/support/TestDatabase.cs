using System.Collections.Concurrent;
using System.Data.Common;
using Connector.Storage;
using Connector.Storage.Postgres;
using Connector.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Connector.Tests.Support;

/// <summary>
/// The engine that the tests run on: SQLite, or PostgreSQL where CONNECTOR_TEST_DATABASE is postgres. There each data directory has a
/// database of its own, as with SQLite.
/// </summary>
internal static class TestDatabase
{
    public const string Variable = "CONNECTOR_TEST_DATABASE";

    /// <summary>The trait of tests that are about one engine: they are left out where the others run on the other one.</summary>
    public const string Engine = "Engine", Sqlite = "sqlite", Postgres = "postgres";

    /// <summary>Lists the tables.</summary>
    public static string Tables => IsPostgres
        ? "select tablename from pg_tables where schemaname = 'public'"
        : "select name from sqlite_master where type = 'table'";

    private const string Template = "migrated";

    // Without the rules between tables, so that their order does not matter. Few rows are there, so nothing is quicker.
    private const string EmptyAll =
        """
        set session_replication_role = replica;
        do $$
        declare each record;
        begin
            for each in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                and relname <> 'schema_versions'
            loop
                execute format('delete from %I', each.relname);
            end loop;
        end $$;
        """;

    private static readonly ConcurrentDictionary<string, Lazy<string>> OfDirectories = new();
    private static readonly ConcurrentDictionary<string, PostgresSource> Sources = new();
    private static readonly ConcurrentStack<string> Unused = [];
    private static readonly Lazy<bool> HasTemplate = new(MakeTemplate);
    private static int _made;

    public static bool IsPostgres => Environment.GetEnvironmentVariable(Variable) == StorageOptions.DatabaseOptions.Postgres;

    /// <summary>The settings of a sidecar that has its data in the directory.</summary>
    public static IReadOnlyList<string> Settings(string directory) => IsPostgres
        ? ["Connector:Database:Provider=postgres", $"Connector:Database:ConnectionString={ConnectionString(directory)}"]
        : [];

    /// <summary>How the database of the directory is connected to; it is made when it is first asked for.</summary>
    public static string ConnectionString(string directory) =>
        PostgresServer.Instance.ConnectionString(OfDirectories.GetOrAdd(Path.GetFullPath(directory), _ => new Lazy<string>(Make)).Value);

    /// <summary>An empty database that is not migrated.</summary>
    public static string Empty() => PostgresServer.Instance.ConnectionString(Create("template0"));

    /// <summary>Takes everything out of the database of the directory, its tables too.</summary>
    public static async Task EmptyAsync(string directory)
    {
        using var connection = Connect(directory);
        using var command = connection.CreateCommand();
        command.CommandText = "drop schema public cascade; create schema public";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Nobody uses the directory any more; its database is emptied for another one, which is quicker than a new one.</summary>
    public static void Release(string directory)
    {
        if (!OfDirectories.TryRemove(Path.GetFullPath(directory), out var made)) return;
        PostgresServer.Instance.Execute(EmptyAll, made.Value);
        Unused.Push(made.Value);
    }

    /// <summary>The connections to the database of a directory, which stay open from one test to the next.</summary>
    public static PostgresSource Source(string directory) =>
        Sources.GetOrAdd(ConnectionString(directory), text => new PostgresSource(text));

    public static PostgresDatabase Open(PostgresSource source) => new(source, new PostgresHealth(NullLogger<PostgresHealth>.Instance));

    /// <summary>Another process on the database of a sidecar that runs.</summary>
    public static Database OpenBeside(string directory) => IsPostgres
        ? Open(Source(directory))
        : new SqliteDatabase(FileOf(directory), new StorageHealth(NullLogger<StorageHealth>.Instance));

    /// <summary>Nobody uses the directory any more, and its database may not be as others want it.</summary>
    public static async Task DropAsync(string directory)
    {
        if (!OfDirectories.TryRemove(Path.GetFullPath(directory), out var made)) return;
        if (Sources.TryRemove(PostgresServer.Instance.ConnectionString(made.Value), out var source)) await source.DisposeAsync();
        PostgresServer.Instance.Execute($"drop database {made.Value} with (force)");
    }

    /// <summary>A connection beside a sidecar that runs, to look at what it stores.</summary>
    public static DbConnection Connect(string directory)
    {
        DbConnection connection = IsPostgres
            ? new NpgsqlConnection(ConnectionString(directory) + ";Pooling=false")
            : new SqliteConnection($"Data Source={FileOf(directory)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    private static string FileOf(string directory) => Path.Combine(directory, DataDirectory.DatabaseName);

    private static string Make() =>
        Unused.TryPop(out var unused) ? unused : HasTemplate.Value ? Create(Template) : throw new InvalidOperationException();

    private static string Create(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _made)}";
        PostgresServer.Instance.Execute($"create database {name} template {template}");
        return name;
    }

    private static bool MakeTemplate()
    {
        PostgresServer.Instance.Execute($"create database {Template} template template0");
        MigrateAsync().GetAwaiter().GetResult();
        return true;
    }

    private static async Task MigrateAsync()
    {
        await using var source = new PostgresSource(PostgresServer.Instance.ConnectionString(Template));
        await using var database = Open(source);
        await Migrations.ApplyAsync(database);
    }
}

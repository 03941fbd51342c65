using System.Collections.Concurrent;
using Connector.Storage;
using Connector.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Support;

/// <summary>
/// The engine that the tests run on: SQLite, or PostgreSQL where CONNECTOR_TEST_DATABASE is postgres. There each data directory has a
/// database of its own, as with SQLite.
/// </summary>
internal static class TestDatabase
{
    public const string Variable = "CONNECTOR_TEST_DATABASE";

    private const string Template = "migrated";

    private static readonly ConcurrentDictionary<string, Lazy<string>> OfDirectories = new();
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

    /// <summary>Nobody uses the directory any more.</summary>
    public static void Drop(string directory)
    {
        if (OfDirectories.TryRemove(Path.GetFullPath(directory), out var made))
            PostgresServer.Instance.Execute($"drop database if exists {made.Value} with (force)");
    }

    public static PostgresDatabase Open(string connectionString) => new(
        Options.Create(new StorageOptions
        {
            Database = { Provider = StorageOptions.DatabaseOptions.Postgres, ConnectionString = connectionString },
        }),
        new PostgresHealth(NullLogger<PostgresHealth>.Instance));

    private static string Make() => HasTemplate.Value ? Create(Template) : "";

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
        await using var database = Open(PostgresServer.Instance.ConnectionString(Template));
        await Migrations.ApplyAsync(database);
    }
}

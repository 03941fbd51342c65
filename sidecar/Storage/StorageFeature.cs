using System.Runtime.CompilerServices;
using Connector.Settings;
using Connector.Storage.Postgres;
using Connector.Storage.Sqlite;

namespace Connector.Storage;

/// <summary>Registers the data directory and the database.</summary>
internal static class StorageFeature
{
    private const string ProviderKey = $"{StorageOptions.Section}:Database:Provider";
    private const string ConnectionStringKey = $"{StorageOptions.Section}:Database:ConnectionString";

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<StorageOptions>(StorageOptions.Section);
        services.AddSingleton<DataDirectory>();
        services.AddSingleton<StorageHealth>();
        services.AddSingleton<FreeSpace>();
        if (IsShared(configuration)) AddPostgres(services);
        else services.AddSingleton<Database, SqliteDatabase>();
        return services;
    }

    /// <summary>Whether other processes may have the same database.</summary>
    public static bool IsShared(IConfiguration configuration) => configuration[ProviderKey] == StorageOptions.DatabaseOptions.Postgres;

    /// <summary>What is wrong with settings that are right each for itself.</summary>
    public static IEnumerable<string> Wrong(IConfiguration configuration)
    {
        if (IsShared(configuration) && configuration[ConnectionStringKey] is null or "")
            yield return $"{ConnectionStringKey} must be set where {ProviderKey} is postgres, such as "
                + "Host=db;Database=connector;Username=connector;Password=…. As an environment variable: "
                + ConnectionStringKey.Replace(":", "__", StringComparison.Ordinal);
    }

    // A method of its own, so that a sidecar on SQLite does not even load the client of PostgreSQL.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddPostgres(IServiceCollection services)
    {
        services.AddSingleton<PostgresHealth>();
        services.AddSingleton<PostgresSource>();
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<Database>(provider => provider.GetRequiredService<PostgresDatabase>());
        services.AddSingleton<DatabaseKeyRing>();
        services.AddTransient<DatabaseAside>();
        services.AddSingleton<DatabaseMove>();
    }
}

using Connector.Settings;
using Connector.Storage.Sqlite;

namespace Connector.Storage;

/// <summary>Registers the data directory and the database in it.</summary>
internal static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSettings<StorageOptions>(StorageOptions.Section);
        services.AddSingleton<DataDirectory>();
        services.AddSingleton<StorageHealth>();
        services.AddSingleton<FreeSpace>();
        services.AddSingleton<Database, SqliteDatabase>();
        return services;
    }
}

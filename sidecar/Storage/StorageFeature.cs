using Connector.Storage.Sqlite;

namespace Connector.Storage;

/// <summary>Registers the data directory and the database in it.</summary>
internal static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations()
            .Validate(
                storage => storage.Database.Provider == "sqlite",
                "Connector:Database:Provider must be sqlite; postgres comes in a later version.")
            .ValidateOnStart();
        services.AddSingleton<DataDirectory>();
        services.AddSingleton<StorageHealth>();
        services.AddSingleton<FreeSpace>();
        services.AddSingleton<Database, SqliteDatabase>();
        return services;
    }
}

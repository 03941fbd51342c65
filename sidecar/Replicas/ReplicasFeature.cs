using Connector.Settings;
using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Replicas;

/// <summary>Registers who works which account: this process all of them, or with others its share.</summary>
internal static class ReplicasFeature
{
    /// <param name="services">The services.</param>
    /// <param name="isShared">Whether other processes may have the same database.</param>
    public static IServiceCollection AddReplicas(this IServiceCollection services, bool isShared)
    {
        services.AddSettings<ReplicaOptions>(ReplicaOptions.Section);
        if (!isShared) return services.AddSingleton<IAccountLeases, OnlyProcess>();

        // What a dead replica has locked is free again when others may take over its accounts.
        services.AddOptions<StorageOptions>().PostConfigure<IOptions<ReplicaOptions>>(
            (storage, replicas) => storage.Database.LongestIdle = replicas.Value.Lease);
        // Real time, whatever clock the rest has: the lease is that of the database.
        services.AddSingleton(_ => new SendDeadline(TimeProvider.System));
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<AccountLeases>();
        return services.AddSingleton<IAccountLeases>(provider => provider.GetRequiredService<AccountLeases>());
    }
}

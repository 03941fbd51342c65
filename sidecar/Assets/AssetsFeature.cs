using System.Runtime.CompilerServices;
using Connector.Assets.Conversion;
using Connector.Assets.Files;
using Connector.Assets.S3;
using Connector.Settings;

namespace Connector.Assets;

/// <summary>Registers what keeps files, converts them, fetches them and deletes them when their time is over.</summary>
internal static class AssetsFeature
{
    private const string StoreKey = $"{AssetOptions.Section}:Store", S3 = $"{AssetOptions.Section}:S3";

    public static IServiceCollection AddAssets(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AssetOptions>(AssetOptions.Section);
        services.AddSettings<ImageOptions>(ImageOptions.Section);
        services.AddSingleton<ArrivingFiles>();
        if (configuration[StoreKey] == AssetOptions.S3Store) AddS3(services);
        else services.AddSingleton<AssetFiles, FolderFiles>();
        services.AddSingleton<AssetQuota>();
        services.AddSingleton<AssetStore>();
        services.AddSingleton<ConversionProcess>();
        services.AddSingleton<ConversionQueue>();
        services.AddSingleton<ImageConverter>();
        services.AddSingleton<AssetReceiver>();
        services.AddSingleton<AssetForms>();
        services.AddSingleton<AssetFetcher>();
        services.AddHostedService<ExpiredAssetCleanup>();
        return services;
    }

    /// <summary>What is wrong with settings that are right each for itself.</summary>
    public static IEnumerable<string> Wrong(IConfiguration configuration)
    {
        if (configuration[StoreKey] != AssetOptions.S3Store) yield break;
        if (configuration[$"{S3}:Bucket"] is null or "")
            yield return $"{S3}:Bucket must be set where {StoreKey} is s3. As an environment variable: {Environment($"{S3}:Bucket")}";
        if (string.IsNullOrEmpty(configuration[$"{S3}:AccessKey"]) != string.IsNullOrEmpty(configuration[$"{S3}:SecretKey"]))
            yield return $"{S3}:AccessKey and {S3}:SecretKey must be set both, or neither where the machine has credentials of its own. "
                + $"As environment variables: {Environment($"{S3}:AccessKey")} and {Environment($"{S3}:SecretKey")}";
    }

    // A method of its own, so that a sidecar with a folder does not even load the client of S3.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddS3(IServiceCollection services)
    {
        services.AddSingleton<S3Client>();
        services.AddSingleton<AssetFiles, S3Files>();
        services.AddHostedService<S3StartCheck>();
    }

    private static string Environment(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}

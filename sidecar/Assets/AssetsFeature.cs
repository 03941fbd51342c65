using Connector.Assets.Conversion;
using Connector.Assets.Files;
using Connector.Settings;

namespace Connector.Assets;

/// <summary>Registers what keeps files, converts them, fetches them and deletes them when their time is over.</summary>
internal static class AssetsFeature
{
    public static IServiceCollection AddAssets(this IServiceCollection services)
    {
        services.AddSettings<AssetOptions>(AssetOptions.Section);
        services.AddSettings<ImageOptions>(ImageOptions.Section);
        services.AddSingleton<AssetFiles>();
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
}

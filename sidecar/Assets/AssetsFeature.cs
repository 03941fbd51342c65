using Connector.Assets.Files;

namespace Connector.Assets;

/// <summary>Puts files, what they are, and how long they stay together.</summary>
internal static class AssetServices
{
    public static void AddAssets(this IServiceCollection services)
    {
        services.AddOptions<AssetOptions>().BindConfiguration(AssetOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AssetFiles>().AddSingleton<AssetQuota>().AddSingleton<AssetStore>().AddSingleton<AssetReceiver>().AddSingleton<AssetFetcher>();
        services.AddHostedService<ExpiredAssetCleanup>();
    }
}

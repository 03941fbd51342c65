using Connector.Pinterest.Client;
using Connector.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connector.Pinterest;

/// <summary>Registers the client, one pooled HTTP client per environment, and one for uploads.</summary>
internal static class PinterestFeature
{
    public static IServiceCollection AddPinterest(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SimulatorAddress>();
        services.AddSettings<PinterestOptions>(PinterestOptions.Section);
        services.AddSingleton<PinterestClock>();
        services.AddSingleton<PinterestTransport>();
        services.AddSingleton<PinterestClient>();
        services.AddSingleton<MediaUpload>();
        services.AddPinterestHttp();
        return services;
    }
}

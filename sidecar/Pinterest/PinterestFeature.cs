using Connector.Pinterest.Client;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Connector.Pinterest;

/// <summary>Registers the client, one pooled HTTP client per environment, and one for uploads.</summary>
internal static class PinterestFeature
{
    public static IServiceCollection AddPinterest(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SimulatorAddress>();
        services.AddOptions<PinterestOptions>().BindConfiguration(PinterestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PinterestClock>();
        services.AddSingleton<PinterestTransport>();
        services.AddSingleton<PinterestClient>();
        services.AddSingleton<MediaUpload>();
        services.AddPinterestHttp();
        return services;
    }
}

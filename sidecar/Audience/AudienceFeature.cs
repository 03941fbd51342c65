using Connector.Audience.Calls;

namespace Connector.Audience;

/// <summary>Registers what people on Pinterest search for, and what an audience is like.</summary>
internal static class AudienceFeature
{
    public static IServiceCollection AddAudience(this IServiceCollection services)
    {
        services.AddSingleton<AudienceCalls>();
        services.AddSingleton<Keywords>();
        return services;
    }
}

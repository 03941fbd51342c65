using Connector.Keys.Authentication;
using Connector.Settings;
using Microsoft.AspNetCore.Authentication;

namespace Connector.Keys;

/// <summary>Registers API keys and how requests are authenticated by them.</summary>
internal static class KeysFeature
{
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddSettings<BootstrapOptions>(BootstrapOptions.Section);
        services.AddSingleton<CallbackSecrets>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<KeyRevocations>();
        services.AddSingleton<ApiKeyCache>();
        services.AddSingleton<KeyCallers>();
        services.AddSingleton<KeyActions>();
        services.AddSingleton<KeyBootstrap>();
        services.AddAuthentication(ApiKeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        return services;
    }
}
